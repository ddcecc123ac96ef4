package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Namespace;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.TableComment;
import dev.varve.runtime.schema.View;
import java.util.List;

/** SQL about objects other than tables and enums: who writes it for each kind. */
final class ObjectDdl {
  private ObjectDdl() {}

  static List<Sql> create(SchemaObject object) {
    return object.accept(new SchemaObject.Visitor<>() {
      @Override
      public List<Sql> namespace(Namespace namespace) {
        return NamespaceDdl.create(namespace);
      }

      @Override
      public List<Sql> tableComment(TableComment comment) {
        return CommentDdl.set(comment);
      }

      @Override
      public List<Sql> view(View view) {
        return ViewDdl.replace(view);
      }
    });
  }

  static List<Sql> drop(SchemaObject object) {
    return object.accept(new SchemaObject.Visitor<>() {
      @Override
      public List<Sql> namespace(Namespace namespace) {
        return NamespaceDdl.drop(namespace);
      }

      @Override
      public List<Sql> tableComment(TableComment comment) {
        return CommentDdl.remove(comment);
      }

      @Override
      public List<Sql> view(View view) {
        return ViewDdl.drop(view);
      }
    });
  }

  /** The old one becomes the new one in place. */
  static List<Sql> change(SchemaObject from, SchemaObject to) {
    return to.accept(new SchemaObject.Visitor<>() {
      @Override
      public List<Sql> namespace(Namespace namespace) {
        return List.of();
      }

      @Override
      public List<Sql> tableComment(TableComment comment) {
        return CommentDdl.set(comment);
      }

      @Override
      public List<Sql> view(View view) {
        return ViewDdl.replace(view);
      }
    });
  }
}
