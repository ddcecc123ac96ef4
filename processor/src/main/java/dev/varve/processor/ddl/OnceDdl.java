package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.processor.plan.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SQL that must not run twice, guarded as a whole by a row of the table {@code varve_marks}. */
final class OnceDdl {
  static final Sql TABLE = Sql.of("""
      CREATE TABLE IF NOT EXISTS varve_marks (
        mark text PRIMARY KEY
      );
      """);

  private static final Pattern MARK =
      Pattern.compile("INSERT INTO varve_marks VALUES \\('((?:[^']|'')*)'\\);");

  private OnceDdl() {}

  /** The marks that a script leaves. */
  static List<String> marks(String script) {
    return MARK.matcher(script)
        .results()
        .map(mark -> mark.group(1).replace("''", "'"))
        .distinct()
        .toList();
  }

  /** Makes marks, where they are not there. */
  static List<Sql> leave(List<String> marks) {
    List<Sql> rows = marks.stream().map(mark -> Sql.of("({})", mark)).toList();
    return List.of(TABLE, Sql.of("""
        INSERT INTO varve_marks VALUES
          {}
          ON CONFLICT DO NOTHING;
        """, Sql.lines(rows)));
  }

  /** Takes marks away. */
  static List<Sql> take(List<String> marks) {
    return List.of(
        TABLE, Sql.of("DELETE FROM varve_marks WHERE mark = ANY ({});", Sql.array(marks, "text")));
  }

  static List<Sql> once(Mark mark, List<Sql> statements) {
    if (mark.isNone()) {
      return List.of(Sql.block(Sql.statements(statements)));
    }
    List<Sql> body = new ArrayList<>(statements);
    body.add(
        mark.back()
            ? Sql.of("DELETE FROM varve_marks WHERE mark = {};", mark.text())
            : Sql.of("INSERT INTO varve_marks VALUES ({});", mark.text()));
    return List.of(TABLE, Sql.block(Sql.of("""
            IF {} THEN
              {}
            END IF;
            """, isPending(mark), Sql.statements(body))));
  }

  /** Whether the migration has not been here yet. */
  static Sql isPending(Mark mark) {
    return Sql.of(
        "{}EXISTS (SELECT FROM varve_marks WHERE mark = {})",
        Sql.raw(mark.back() ? "" : "NOT "),
        mark.text());
  }

  /** The statements of an action without guards of its own. */
  static List<Sql> plain(Action action) {
    if (action instanceof Action.RenameTable rename) {
      return List.of(TableDdl.renameTo(rename));
    } else if (action instanceof Action.RenameColumn rename) {
      return List.of(ColumnDdl.renameTo(rename.table(), rename.from(), rename.to()));
    } else if (action instanceof Action.RenameConstraint rename) {
      return List.of(ConstraintDdl.renameTo(rename.table(), rename.from(), rename.to()));
    } else if (action instanceof Action.RenameIndex rename) {
      return List.of(IndexDdl.renameTo(rename.table().sibling(rename.from()), rename.to()));
    } else if (action instanceof Action.ParkTable park) {
      return TableDdl.parkStatements(park);
    } else if (action instanceof Action.RenamePartition rename) {
      return List.of(PartitionDdl.renameTo(rename));
    } else if (action instanceof Action.ParkPartition park) {
      return PartitionDdl.parkStatements(park);
    } else if (action instanceof Action.DropPartition drop) {
      return PartitionDdl.drop(drop);
    } else if (action instanceof Action.ParkColumn park) {
      return ColumnDdl.parkStatements(park);
    } else if (action instanceof Action.ReplaceColumn replace) {
      return GeneratedDdl.replaceStatements(replace);
    } else if (action instanceof Action.DropTable drop) {
      return TableDdl.drop(drop);
    } else if (action instanceof Action.DropColumn drop) {
      return ColumnDdl.drop(drop);
    } else if (action instanceof Action.DropConstraint drop) {
      return ConstraintDdl.drop(drop);
    } else if (action instanceof Action.DropIndex drop) {
      return IndexDdl.drop(drop);
    }
    if (action instanceof Action.RenameEnum rename) {
      return List.of(Sql.move("TYPE", rename.from(), rename.to()));
    } else if (action instanceof Action.RenameEnumValue rename) {
      return List.of(EnumDdl.renameTo(rename));
    } else if (action instanceof Action.RenameAttribute rename) {
      return List.of(CompositeTypeDdl.renameTo(rename));
    }
    if (action instanceof Action.CreateObject create) {
      return ObjectDdl.create(create.object());
    } else if (action instanceof Action.DropObject drop) {
      return ObjectDdl.drop(drop.object());
    } else if (action instanceof Action.ChangeObject change) {
      return ObjectDdl.change(change.from(), change.to());
    }
    if (action instanceof Action.RenameObject rename) {
      return List.of(ObjectDdl.renameTo(rename.object(), rename.from(), rename.to()));
    } else if (action instanceof Action.RefuseDependents refuse) {
      return DependentsDdl.refuse(refuse);
    } else if (action instanceof Action.RefuseRows refuse) {
      return RowsDdl.refuse(refuse, new Labels(Map.of())).statements();
    }
    throw new IllegalArgumentException("Not a part of a renaming: " + action);
  }
}
