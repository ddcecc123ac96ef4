package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A trigger of a table or a view.
 *
 * @param head what stands between name and table: {@code BEFORE INSERT OR UPDATE}
 * @param tail what follows the table: {@code FOR EACH ROW EXECUTE FUNCTION touch()}
 * @param deferral how a constraint trigger waits: {@code DEFERRABLE INITIALLY DEFERRED}; empty for
 *     an ordinary one
 * @param routine the function that it calls, if the model has it
 */
public record Trigger(
    Name name,
    QualifiedName table,
    ObjectKind tableKind,
    String head,
    String tail,
    Optional<String> deferral,
    Optional<ObjectId> routine,
    String source)
    implements SchemaObject {
  private static final Pattern COLUMNS = Pattern.compile("(?i)\\bOF\\b");
  private static final Pattern CONDITION = Pattern.compile("(?i)\\bWHEN\\b");

  @Override
  public ObjectId id() {
    return ObjectId.on(ObjectKind.TRIGGER, name, table);
  }

  @Override
  public Trigger withSource(String newSource) {
    return new Trigger(name, table, tableKind, head, tail, deferral, routine, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return Stream.concat(Stream.of(ObjectId.of(tableKind, table)), routine.stream())
        .toList();
  }

  @Override
  public Trigger withTableRenamed(QualifiedName from, QualifiedName to) {
    return table.equals(from)
        ? new Trigger(name, to, tableKind, head, tail, deferral, routine, source)
        : this;
  }

  @Override
  public Trigger withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return kind == tableKind && table.equals(from)
        ? new Trigger(name, to, tableKind, head, tail, deferral, routine, source)
        : this;
  }

  @Override
  public Trigger withColumnRenamed(QualifiedName ofTable, Name from, Name to) {
    return table.equals(ofTable)
        ? new Trigger(
            name,
            table,
            tableKind,
            Expressions.withColumnRenamed(head, from, to),
            Expressions.withColumnRenamed(tail, from, to),
            deferral,
            routine,
            source)
        : this;
  }

  /** What its function reads is not the server's business, and stays while the table changes. */
  @Override
  public boolean readsColumns() {
    return COLUMNS.matcher(head).find() || CONDITION.matcher(tail).find();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.trigger(this);
  }
}
