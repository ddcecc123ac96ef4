package dev.varve.processor.lint;

import dev.varve.runtime.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a rule may look at.
 *
 * @param known what is there before the script
 * @param after the same after it
 * @param undo what the undo script runs; empty if there is none
 * @param lost what the header says is lost; empty if it says nothing, or that it is not said
 * @param declares the names of what the script changes of the model, as it says
 */
record Reading(
    List<Command> commands,
    Known known,
    Known after,
    Optional<List<Command>> undo,
    Optional<String> lost,
    List<String> declares) {
  Reading {
    commands = List.copyOf(commands);
    declares = List.copyOf(declares);
  }

  /** The tables that the script itself makes: nobody reads or writes them yet. */
  Set<QualifiedName> newTables() {
    Set<QualifiedName> made = new HashSet<>();
    for (Command command : commands) {
      for (Phrase part : command.parts()) {
        Created.of(part).filter(Created::isRelation).ifPresent(it -> made.add(it.name()));
      }
    }
    return made;
  }

  /** Whether the script says that it changes this table, or this part of it. */
  boolean declares(QualifiedName table, Optional<QualifiedName> part) {
    return declares.contains(table.toString())
        || part.filter(name -> declares.contains(table + "." + name.name())).isPresent();
  }
}
