package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.Extension;
import dev.varve.runtime.schema.Grant;
import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.Namespace;
import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Policy;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Role;
import dev.varve.runtime.schema.Routine;
import dev.varve.runtime.schema.RowSecurity;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Sequence;
import dev.varve.runtime.schema.SequenceOwner;
import dev.varve.runtime.schema.TableComment;
import dev.varve.runtime.schema.Trigger;
import dev.varve.runtime.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * SQL about an object other than a table or an enum.
 *
 * @param create makes it
 * @param drop takes it away
 * @param become makes it of another one of its name
 */
record ObjectDdl(
    Supplier<List<Sql>> create,
    Supplier<List<Sql>> drop,
    Function<SchemaObject, List<Sql>> become) {

  static List<Sql> create(SchemaObject object) {
    return of(object).create().get();
  }

  static List<Sql> drop(SchemaObject object) {
    return of(object).drop().get();
  }

  /** The old one becomes the new one in place. */
  static List<Sql> change(SchemaObject from, SchemaObject to) {
    return of(to).become().apply(from);
  }

  /** What is made again as a whole: its SQL replaces what is there. */
  private static ObjectDdl replaced(Supplier<List<Sql>> create, Supplier<List<Sql>> drop) {
    return new ObjectDdl(create, drop, from -> create.get());
  }

  private static ObjectDdl of(SchemaObject object) {
    return object.accept(new SchemaObject.Visitor<>() {
      @Override
      public ObjectDdl namespace(Namespace namespace) {
        return replaced(() -> NamespaceDdl.create(namespace), () -> NamespaceDdl.drop(namespace));
      }

      @Override
      public ObjectDdl tableComment(TableComment comment) {
        return replaced(() -> CommentDdl.set(comment), () -> CommentDdl.remove(comment));
      }

      @Override
      public ObjectDdl view(View view) {
        return replaced(() -> ViewDdl.replace(view), () -> ViewDdl.drop(view));
      }

      @Override
      public ObjectDdl role(Role role) {
        return new ObjectDdl(
            () -> RoleDdl.create(role), List::of, from -> RoleDdl.change((Role) from, role));
      }

      @Override
      public ObjectDdl routine(Routine routine) {
        return replaced(() -> RoutineDdl.replace(routine), () -> RoutineDdl.drop(routine));
      }

      @Override
      public ObjectDdl trigger(Trigger trigger) {
        return replaced(() -> TriggerDdl.replace(trigger), () -> TriggerDdl.drop(trigger));
      }

      @Override
      public ObjectDdl rowSecurity(RowSecurity security) {
        return replaced(() -> PolicyDdl.enable(security), () -> PolicyDdl.disable(security));
      }

      @Override
      public ObjectDdl policy(Policy policy) {
        return replaced(() -> PolicyDdl.replace(policy), () -> PolicyDdl.drop(policy));
      }

      @Override
      public ObjectDdl grant(Grant grant) {
        return new ObjectDdl(
            () -> GrantDdl.grant(grant),
            () -> GrantDdl.revoke(grant),
            from -> GrantDdl.change((Grant) from, grant));
      }

      @Override
      public ObjectDdl objectComment(ObjectComment comment) {
        return replaced(
            () -> ObjectCommentDdl.set(comment), () -> ObjectCommentDdl.remove(comment));
      }

      @Override
      public ObjectDdl compositeType(CompositeType type) {
        return new ObjectDdl(
            () -> CompositeTypeDdl.create(type),
            () -> CompositeTypeDdl.drop(type),
            from -> CompositeTypeDdl.change((CompositeType) from, type));
      }

      @Override
      public ObjectDdl domain(Domain domain) {
        return new ObjectDdl(
            () -> DomainDdl.create(domain),
            () -> DomainDdl.drop(domain),
            from -> DomainDdl.change((Domain) from, domain));
      }

      @Override
      public ObjectDdl extension(Extension extension) {
        return new ObjectDdl(
            () -> ExtensionDdl.create(extension),
            () -> ExtensionDdl.drop(extension),
            from -> ExtensionDdl.change((Extension) from, extension));
      }

      @Override
      public ObjectDdl sequence(Sequence sequence) {
        return new ObjectDdl(
            () -> StandaloneSequenceDdl.create(sequence),
            () -> StandaloneSequenceDdl.drop(sequence),
            from -> StandaloneSequenceDdl.change((Sequence) from, sequence));
      }

      @Override
      public ObjectDdl sequenceOwner(SequenceOwner owner) {
        return replaced(
            () -> StandaloneSequenceDdl.own(owner), () -> StandaloneSequenceDdl.disown(owner));
      }

      /** Only its indexes change in place, by actions of their own. */
      @Override
      public ObjectDdl materializedView(MaterializedView view) {
        return new ObjectDdl(
            () -> MaterializedViewDdl.create(view),
            () -> MaterializedViewDdl.drop(view),
            from -> List.of());
      }
    });
  }

  static List<Sql> rename(Action.RenameObject action) {
    QualifiedName from = action.from();
    QualifiedName to = action.to();
    return List.of(Sql.block(Sql.of(
        """
        IF {} THEN
          IF {} THEN
            RAISE EXCEPTION {};
          END IF;
          {}
        END IF;
        """,
        exists(action.object(), from),
        exists(action.object(), to),
        ColumnDdl.bothExist(ObjectWords.kind(action.object()), from.toString(), to.toString()),
        renameTo(action.object(), from, to))));
  }

  /** Without a look at what is there. */
  static Sql renameTo(SchemaObject object, QualifiedName from, QualifiedName to) {
    ObjectKind kind = object.id().kind();
    return Sql.move(
        kind == ObjectKind.COMPOSITE_TYPE ? "TYPE" : kind.words().toUpperCase(Locale.ROOT),
        from,
        to);
  }

  private static Sql exists(SchemaObject object, QualifiedName name) {
    if (object.id().kind().isType()) {
      return Sql.of("{} IS NOT NULL", Sql.findType(name));
    }
    return object.id().kind() == ObjectKind.VIEW
        ? ViewDdl.isOf("v", name)
        : Sql.of("{} IS NOT NULL", Sql.findRelation(name));
  }
}
