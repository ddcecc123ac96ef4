package dev.varve.runtime.query;

/** A piece of SQL that writes itself into a statement. */
@FunctionalInterface
interface Node {
  void write(Sql sql);
}
