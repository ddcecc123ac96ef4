package dev.varve.examples.benchmark;

import org.postgresql.ds.PGSimpleDataSource;

/** What an application does before it serves: a JVM, a driver, the migrations. */
final class ColdStart {
  private ColdStart() {}

  /** The tool's name, the URL, the number of migrations. */
  public static void main(String[] args) throws Exception {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(args[1]);
    Tool.of(args[0]).migrate(dataSource, Integer.parseInt(args[2]));
  }
}
