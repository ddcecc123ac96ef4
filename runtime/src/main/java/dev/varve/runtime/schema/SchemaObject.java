package dev.varve.runtime.schema;

import java.util.List;

/** Something that a schema has beside tables and enums. It holds no rows of its own. */
public sealed interface SchemaObject
    permits CompositeType,
        Domain,
        Extension,
        Grant,
        MaterializedView,
        Namespace,
        ObjectComment,
        Policy,
        Role,
        Routine,
        RowSecurity,
        Sequence,
        SequenceOwner,
        TableComment,
        Trigger,
        View {
  ObjectId id();

  /** The full name of the Java type or package that declares it. */
  String source();

  /** The same object, declared elsewhere. */
  SchemaObject withSource(String newSource);

  /** What must be there before it, and be made again never without it. */
  List<ObjectId> requires();

  /** The same object after a table that it is on was renamed. */
  SchemaObject withTableRenamed(QualifiedName from, QualifiedName to);

  /** The same object after a column that it is on was renamed. */
  default SchemaObject withColumnRenamed(QualifiedName table, Name from, Name to) {
    return this;
  }

  /** The same object after another one was renamed, which it may require or stand on. */
  default SchemaObject withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return this;
  }

  /** Whether the server can make the other one of it without dropping it. */
  default boolean canBecome(SchemaObject other) {
    return true;
  }

  /** Whether it reads columns, so that none of them may change or go while it is there. */
  default boolean readsColumns() {
    return false;
  }

  <R> R accept(Visitor<R> visitor);

  /** One answer for each kind of object. */
  interface Visitor<R> {
    R namespace(Namespace namespace);

    R tableComment(TableComment comment);

    R view(View view);

    R role(Role role);

    R routine(Routine routine);

    R trigger(Trigger trigger);

    R rowSecurity(RowSecurity security);

    R policy(Policy policy);

    R grant(Grant grant);

    R materializedView(MaterializedView view);

    R objectComment(ObjectComment comment);

    R compositeType(CompositeType type);

    R domain(Domain domain);

    R extension(Extension extension);

    R sequence(Sequence sequence);

    R sequenceOwner(SequenceOwner owner);
  }
}
