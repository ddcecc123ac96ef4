package dev.varve.runtime.schema;

import java.util.List;
import java.util.Set;

/**
 * A function or a procedure.
 *
 * @param arguments as {@code DROP FUNCTION} takes them, without default values
 * @param procedure whether it is called, not used in expressions
 * @param definition the statement that makes it, from {@code CREATE} on, without {@code OR REPLACE}
 * @param requires the tables and other objects that must be there before it
 */
public record Routine(
    QualifiedName name,
    String arguments,
    boolean procedure,
    String definition,
    List<ObjectId> requires,
    String source)
    implements SchemaObject {
  /** With what the part begins that PostgreSQL replaces. */
  private static final Set<String> BODY = Set.of(
      "as",
      "language",
      "begin",
      "return",
      "immutable",
      "stable",
      "volatile",
      "strict",
      "security",
      "parallel",
      "cost",
      "rows",
      "set",
      "called",
      "leakproof",
      "window",
      "support",
      "transform");

  public Routine {
    requires = requires.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectId id() {
    return id(name, arguments);
  }

  /** What tells it from others of its name: its arguments. */
  public static ObjectId id(QualifiedName name, String arguments) {
    return new ObjectId(ObjectKind.ROUTINE, name.quoted() + "(" + arguments + ")");
  }

  @Override
  public Routine withSource(String newSource) {
    return new Routine(name, arguments, procedure, definition, requires, newSource);
  }

  @Override
  public Routine withTableRenamed(QualifiedName from, QualifiedName to) {
    return withObjectRenamed(ObjectKind.TABLE, from, to);
  }

  @Override
  public Routine withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return new Routine(
        name, arguments, procedure, definition, ObjectId.renamed(requires, kind, from, to), source);
  }

  /** PostgreSQL replaces a body, but no result type and no name of an argument. */
  @Override
  public boolean canBecome(SchemaObject other) {
    return other instanceof Routine routine
        && routine.procedure == procedure
        && head(routine.definition).equals(head(definition));
  }

  /** What stands before the body and the attributes. */
  private static String head(String definition) {
    return ExpressionToken.split(definition).stream()
        .filter(token -> !token.isSpace())
        .map(ExpressionToken::folded)
        .takeWhile(word -> !BODY.contains(word))
        .reduce("", (head, word) -> head + " " + word);
  }

  /** A body that PostgreSQL has parsed holds the columns that it names; a text does not. */
  @Override
  public boolean readsColumns() {
    return Expressions.contains(definition, new Name("atomic"));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.routine(this);
  }
}
