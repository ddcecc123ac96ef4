package dev.varve.processor.plan;

import dev.varve.processor.plan.Lock.Mode;
import dev.varve.processor.plan.Lock.Work;
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
import dev.varve.runtime.schema.Renameable;
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
import java.util.stream.Stream;

/** What is locked when an object other than a table comes, goes or changes. */
abstract class ObjectLocks implements SchemaObject.Visitor<List<Lock>> {
  private final List<QualifiedName> views;

  /**
   * @param views those of the model
   */
  ObjectLocks(List<QualifiedName> views) {
    this.views = views;
  }

  /** The name of what is read like a table. */
  static List<QualifiedName> relation(SchemaObject object) {
    return object instanceof View || object instanceof MaterializedView
        ? List.of(((Renameable) object).name())
        : List.of();
  }

  List<Lock> lock(QualifiedName table, Mode mode) {
    return List.of(new Lock(table, mode, Work.NONE));
  }

  /** When it comes, or is made anew in its place. */
  static final class Create extends ObjectLocks {
    Create(List<QualifiedName> views) {
      super(views);
    }

    @Override
    public List<Lock> trigger(Trigger trigger) {
      // A constraint trigger is dropped before.
      return lock(
          trigger.table(),
          trigger.deferral().isPresent() ? Mode.ACCESS_EXCLUSIVE : Mode.SHARE_ROW_EXCLUSIVE);
    }

    @Override
    public List<Lock> view(View view) {
      return List.of();
    }

    @Override
    public List<Lock> materializedView(MaterializedView view) {
      return List.of();
    }
  }

  /** When it goes. */
  static final class Drop extends ObjectLocks {
    Drop(List<QualifiedName> views) {
      super(views);
    }

    @Override
    public List<Lock> trigger(Trigger trigger) {
      return lock(trigger.table(), Mode.ACCESS_EXCLUSIVE);
    }

    @Override
    public List<Lock> view(View view) {
      return lock(view.name(), Mode.ACCESS_EXCLUSIVE);
    }

    @Override
    public List<Lock> materializedView(MaterializedView view) {
      return lock(view.name(), Mode.ACCESS_EXCLUSIVE);
    }
  }

  @Override
  public List<Lock> namespace(Namespace namespace) {
    return List.of();
  }

  @Override
  public List<Lock> tableComment(TableComment comment) {
    return lock(comment.table(), Mode.SHARE_UPDATE_EXCLUSIVE);
  }

  @Override
  public List<Lock> role(Role role) {
    return List.of();
  }

  @Override
  public List<Lock> routine(Routine routine) {
    return List.of();
  }

  @Override
  public List<Lock> rowSecurity(RowSecurity security) {
    return lock(security.table(), Mode.ACCESS_EXCLUSIVE);
  }

  @Override
  public List<Lock> policy(Policy policy) {
    return lock(policy.table(), Mode.ACCESS_EXCLUSIVE);
  }

  @Override
  public List<Lock> grant(Grant grant) {
    return List.of();
  }

  @Override
  public List<Lock> objectComment(ObjectComment comment) {
    boolean view =
        comment.kind() == ObjectKind.VIEW || comment.kind() == ObjectKind.MATERIALIZED_VIEW;
    return Stream.concat(
            comment.table().stream().filter(name -> comment.kind() == ObjectKind.COLUMN),
            views.stream().filter(name -> view && name.quoted().equals(comment.name())))
        .flatMap(name -> lock(name, Mode.SHARE_UPDATE_EXCLUSIVE).stream())
        .toList();
  }

  @Override
  public List<Lock> compositeType(CompositeType type) {
    return List.of();
  }

  @Override
  public List<Lock> domain(Domain domain) {
    return List.of();
  }

  @Override
  public List<Lock> extension(Extension extension) {
    return List.of();
  }

  @Override
  public List<Lock> sequence(Sequence sequence) {
    return List.of();
  }

  @Override
  public List<Lock> sequenceOwner(SequenceOwner owner) {
    return List.of();
  }
}
