package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.processor.plan.Step;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The paragraph of each action: what it is about, in Java's words, and its statements. */
final class DdlWriter implements Action.Visitor<Paragraph> {
  private final Labels labels;
  private final boolean inTransaction;

  /**
   * @param mode of the step that the actions are in: in a transaction nothing can be done
   *     concurrently or in batches
   */
  DdlWriter(Labels labels, Step.Mode mode) {
    this.labels = labels;
    this.inTransaction = mode == Step.Mode.TRANSACTION;
  }

  private String column(QualifiedName table, Name column) {
    return labels.column(table, column);
  }

  private String columns(QualifiedName table, List<Name> columns) {
    return columns.stream().map(c -> column(table, c)).collect(Collectors.joining(", "));
  }

  private String keys(QualifiedName table, Index index) {
    return index.keys().stream()
        .map(key -> key.column()
            .map(column -> column(table, column))
            .orElseGet(() -> table + " (" + key.expression().orElseThrow() + ")"))
        .collect(Collectors.joining(", "));
  }

  private String about(QualifiedName table, Constraint constraint) {
    return constraint.columns().isEmpty()
        ? table + " (" + constraint.name() + ")"
        : columns(table, constraint.columns());
  }

  private static String kind(Constraint constraint) {
    return constraint.accept(new Constraint.Visitor<>() {
      @Override
      public String primaryKey(Constraint.PrimaryKey key) {
        return "primary key";
      }

      @Override
      public String unique(Constraint.Unique unique) {
        return "unique key";
      }

      @Override
      public String check(Constraint.Check check) {
        return "check";
      }

      @Override
      public String exclusion(Constraint.Exclusion exclusion) {
        return "exclusion";
      }

      @Override
      public String foreignKey(Constraint.ForeignKey key) {
        return "reference to " + key.target();
      }
    });
  }

  @Override
  public Paragraph createEnum(Action.CreateEnum action) {
    return new Paragraph(labels.enumType(action.type()) + ": new enum.", EnumDdl.create(action));
  }

  @Override
  public Paragraph dropEnum(Action.DropEnum action) {
    return new Paragraph(
        labels.enumType(action.type()) + ": no column has this enum any more.",
        EnumDdl.drop(action));
  }

  @Override
  public Paragraph renameEnum(Action.RenameEnum action) {
    return new Paragraph(
        labels.enumType(action.type())
            + (action.isParking()
                ? ": parked, for the parked columns that have it."
                : action.isReturn() ? ": back again." : ": renamed from " + action.from() + "."),
        EnumDdl.rename(action));
  }

  @Override
  public Paragraph renameEnumValue(Action.RenameEnumValue action) {
    return new Paragraph(
        "Enum " + action.type() + ": " + action.to() + " renamed from " + action.from() + ".",
        EnumDdl.renameValue(action));
  }

  @Override
  public Paragraph renameAttribute(Action.RenameAttribute action) {
    return new Paragraph(
        "Type " + action.type() + ": " + action.to() + " renamed from " + action.from() + ".",
        CompositeTypeDdl.rename(action));
  }

  @Override
  public Paragraph addEnumValues(Action.AddEnumValues action) {
    List<String> added = action.to().values().stream()
        .filter(v -> !action.from().values().contains(v))
        .toList();
    return new Paragraph(
        labels.enumType(action.to()) + ": new value " + String.join(", ", added) + ".",
        EnumDdl.addValues(action));
  }

  @Override
  public Paragraph removeEnumValues(Action.RemoveEnumValues action) {
    List<String> gone = action.from().values().stream()
        .filter(v -> !action.to().values().contains(v))
        .toList();
    return new Paragraph(
        labels.enumType(action.from())
            + (gone.isEmpty()
                ? ": its values in another order."
                : ": without " + String.join(", ", gone) + ". Refused while a row has it."),
        EnumDdl.removeValues(action));
  }

  @Override
  public Paragraph once(Action.Once action) {
    List<Sql> statements = new ArrayList<>();
    for (Action part : action.actions()) {
      statements.add(Sql.raw("-- " + Paragraph.oneLine(part.accept(this).comment())));
      statements.addAll(OnceDdl.plain(part));
    }
    return new Paragraph(
        action.mark().isNone()
            ? "Names change hands."
            : "Names change hands, so the catalogue cannot tell whether this was done: a mark does.",
        OnceDdl.once(action.mark(), statements));
  }

  @Override
  public Paragraph createTable(Action.CreateTable action) {
    return new Paragraph(labels.table(action.table()) + ": new table.", TableDdl.create(action));
  }

  @Override
  public Paragraph dropTable(Action.DropTable action) {
    return new Paragraph(
        labels.table(action.table()) + ": dropped, with its rows.", TableDdl.drop(action));
  }

  @Override
  public Paragraph renameTable(Action.RenameTable action) {
    return new Paragraph(
        labels.table(action.table()) + ": renamed from " + action.from() + ".",
        TableDdl.rename(action));
  }

  @Override
  public Paragraph parkTable(Action.ParkTable action) {
    return new Paragraph(
        labels.table(action.table())
            + ": parked. Its rows stay on disk as "
            + action.parkedAs()
            + ".",
        TableDdl.park(action));
  }

  @Override
  public Paragraph unparkTable(Action.UnparkTable action) {
    return new Paragraph(
        labels.table(action.table()) + ": back again, with its rows.", TableDdl.unpark(action));
  }

  @Override
  public Paragraph createPartition(Action.CreatePartition action) {
    return new Paragraph(
        partition(action.table(), action.partition()) + "new.", PartitionDdl.create(action));
  }

  @Override
  public Paragraph dropPartition(Action.DropPartition action) {
    return new Paragraph(
        partition(action.table(), action.partition()) + "dropped, with its rows.",
        PartitionDdl.drop(action));
  }

  @Override
  public Paragraph parkPartition(Action.ParkPartition action) {
    return new Paragraph(
        partition(action.table(), action.partition())
            + "parked. Its rows stay on disk as "
            + action.parkedAs()
            + ".",
        PartitionDdl.park(action));
  }

  @Override
  public Paragraph unparkPartition(Action.UnparkPartition action) {
    return new Paragraph(
        partition(action.table(), action.partition()) + "back again, with its rows.",
        PartitionDdl.unpark(action));
  }

  @Override
  public Paragraph renamePartition(Action.RenamePartition action) {
    return new Paragraph(
        action.table() + ": partition " + action.from() + " is " + action.to() + " now.",
        PartitionDdl.rename(action));
  }

  @Override
  public Paragraph rebindPartitions(Action.RebindPartitions action) {
    return new Paragraph(
        labels.table(action.table())
            + ": other bounds for "
            + action.to().stream()
                .map(partition -> partition.name().toString())
                .collect(Collectors.joining(", "))
            + ", whose rows are checked.",
        PartitionDdl.rebind(action));
  }

  private String partition(Table table, Partition partition) {
    return labels.table(table) + ", partition " + partition.name() + ": ";
  }

  @Override
  public Paragraph addColumn(Action.AddColumn action) {
    return new Paragraph(
        column(action.table(), action.column().name()) + ": new column.", ColumnDdl.add(action));
  }

  @Override
  public Paragraph dropColumn(Action.DropColumn action) {
    return new Paragraph(
        column(action.table(), action.column().name())
            + (action.column().isGenerated()
                ? ": dropped; it was computed."
                : ": dropped, with its values."),
        ColumnDdl.drop(action));
  }

  @Override
  public Paragraph renameColumn(Action.RenameColumn action) {
    return new Paragraph(
        column(action.table(), action.to()) + ": renamed from " + action.from() + ".",
        ColumnDdl.rename(action));
  }

  @Override
  public Paragraph parkColumn(Action.ParkColumn action) {
    return new Paragraph(
        column(action.table(), action.column().name())
            + ": parked. Its values stay on disk as "
            + action.parkedAs()
            + ".",
        ColumnDdl.park(action));
  }

  @Override
  public Paragraph unparkColumn(Action.UnparkColumn action) {
    return new Paragraph(
        column(action.table(), action.column().name()) + ": back again, with its values.",
        ColumnDdl.unpark(action));
  }

  @Override
  public Paragraph changeType(Action.ChangeType action) {
    return new Paragraph(
        column(action.table(), action.column().name())
            + ": from "
            + action.column().type().sql()
            + " to "
            + action.to().sql()
            + ".",
        ColumnDdl.changeType(action));
  }

  @Override
  public Paragraph changeDefault(Action.ChangeDefault action) {
    return Paragraph.of(
        labels.column(action.column()) + ": " + value(action.from(), action.to()),
        ColumnDdl.changeDefault(action));
  }

  private static String value(Default from, Default to) {
    if (to instanceof Default.Identity) {
      return from instanceof Default.Identity ? "counts in another way." : "counts by itself.";
    }
    if (from instanceof Default.Generated) {
      return "keeps its values, and is computed no more.";
    }
    return to instanceof Default.None ? "no default any more." : "new default.";
  }

  @Override
  public Paragraph numberColumn(Action.NumberColumn action) {
    return Paragraph.of(
        labels.column(action.column()) + ": a number for rows to come.",
        SequenceDdl.number(action.column(), action.value()));
  }

  @Override
  public Paragraph settleIdentity(Action.SettleIdentity action) {
    return Paragraph.of(
        labels.column(action.column()) + ": counts by itself, from the numbers given on.",
        SequenceDdl.settle(action.column(), action.options()));
  }

  @Override
  public Paragraph replaceColumn(Action.ReplaceColumn action) {
    String about = column(action.table(), action.column().name());
    return new Paragraph(
        about
            + action
                .parkedAs()
                .map(as -> ": parked, to be computed. Its values stay on disk as " + as + ".")
                .orElse(
                    action.column().isGenerated()
                        ? ": makes room, to be made again."
                        : ": dropped with its values, to be computed."),
        GeneratedDdl.replace(action));
  }

  @Override
  public Paragraph changeColumnOptions(Action.ChangeColumnOptions action) {
    return new Paragraph(
        column(action.table(), action.column().name())
            + ": "
            + OptionsDdl.words(action.column().options(), action.to())
            + ".",
        OptionsDdl.change(action));
  }

  @Override
  public Paragraph changeTableOptions(Action.ChangeTableOptions action) {
    return new Paragraph(
        action.table() + ": " + OptionsDdl.words(action.from(), action.to()) + ".",
        OptionsDdl.change(action));
  }

  @Override
  public Paragraph guardNotNull(Action.GuardNotNull action) {
    return new Paragraph(
        labels.column(action.column()) + ": no NULL in rows to come.",
        ColumnDdl.guardNotNull(action));
  }

  @Override
  public Paragraph backfill(Action.Backfill action) {
    List<String> parts = new ArrayList<>();
    List<Name> filled = action.fills().stream()
        .filter(fill -> fill.expression().isPresent())
        .map(Action.Backfill.Fill::column)
        .toList();
    if (!filled.isEmpty()) {
      parts.add(columns(action.table(), filled) + ": a value for the rows that have none");
    }
    for (Action.Backfill.Fill fill : action.fills()) {
      if (!fill.renamed().isEmpty()) {
        parts.add(column(action.table(), fill.column()) + ": "
            + fill.renamed().entrySet().stream()
                .map(value -> value.getValue() + " renamed from " + value.getKey())
                .collect(Collectors.joining(", ")));
      }
    }
    return new Paragraph(
        String.join("; ", parts) + (inTransaction ? "." : ", some rows at a time."),
        ColumnDdl.backfill(action, inTransaction));
  }

  @Override
  public Paragraph validateNotNull(Action.ValidateNotNull action) {
    return new Paragraph(
        labels.column(action.column()) + ": no NULL in the rows that are there.",
        ColumnDdl.validateNotNull(action));
  }

  @Override
  public Paragraph setNotNull(Action.SetNotNull action) {
    return new Paragraph(
        labels.column(action.column()) + ": NOT NULL.", ColumnDdl.setNotNull(action));
  }

  @Override
  public Paragraph dropNotNull(Action.DropNotNull action) {
    return new Paragraph(
        labels.column(action.column()) + ": takes NULL from now on.",
        ColumnDdl.dropNotNull(action));
  }

  @Override
  public Paragraph addConstraint(Action.AddConstraint action) {
    return new Paragraph(
        about(action.table(), action.constraint())
            + ": "
            + kind(action.constraint())
            + (action.validated() ? "." : ", for rows to come."),
        ConstraintDdl.add(action));
  }

  @Override
  public Paragraph validateConstraint(Action.ValidateConstraint action) {
    return new Paragraph(
        about(action.table(), action.constraint())
            + ": "
            + kind(action.constraint())
            + ", in the rows that are there.",
        ConstraintDdl.validate(action));
  }

  @Override
  public Paragraph buildKey(Action.BuildKey action) {
    return new Paragraph(
        about(action.table(), action.key()) + ": the index of its " + kind(action.key()) + ".",
        IndexDdl.buildKey(action, !inTransaction));
  }

  @Override
  public Paragraph attachKey(Action.AttachKey action) {
    return new Paragraph(
        about(action.table(), action.key()) + ": " + kind(action.key()) + ".",
        ConstraintDdl.attachKey(action));
  }

  @Override
  public Paragraph dropConstraint(Action.DropConstraint action) {
    return new Paragraph(
        about(action.table(), action.constraint())
            + ": no "
            + kind(action.constraint())
            + " any more.",
        ConstraintDdl.drop(action));
  }

  @Override
  public Paragraph alterConstraint(Action.AlterConstraint action) {
    return new Paragraph(
        about(action.table(), action.constraint())
            + ": "
            + kind(action.constraint())
            + ", checked at another moment.",
        ExchangeDdl.alter(action));
  }

  @Override
  public Paragraph exchangeConstraint(Action.ExchangeConstraint action) {
    return new Paragraph(
        about(action.table(), action.constraint())
            + ": the new "
            + kind(action.constraint())
            + " in the place of the old one.",
        ExchangeDdl.constraint(action));
  }

  @Override
  public Paragraph exchangeKey(Action.ExchangeKey action) {
    return new Paragraph(
        about(action.table(), action.key())
            + ": the new "
            + kind(action.key())
            + " in the place of the old one.",
        ExchangeDdl.key(action));
  }

  @Override
  public Paragraph exchangeIndex(Action.ExchangeIndex action) {
    return new Paragraph(
        keys(action.table(), action.index()) + ": the new index in the place of the old one.",
        ExchangeDdl.index(action));
  }

  @Override
  public Paragraph renameConstraint(Action.RenameConstraint action) {
    return new Paragraph(
        action.table() + ": constraint " + action.from() + " is " + action.to() + " now.",
        ConstraintDdl.rename(action));
  }

  @Override
  public Paragraph createIndex(Action.CreateIndex action) {
    Index index = action.index();
    return new Paragraph(
        keys(action.table(), index)
            + ": "
            + (index.unique() ? "unique index" : "index")
            + (index.where().isPresent() ? " of some rows." : "."),
        IndexDdl.create(action, !inTransaction));
  }

  @Override
  public Paragraph dropIndex(Action.DropIndex action) {
    return new Paragraph(
        keys(action.table(), action.index()) + ": no index any more.", IndexDdl.drop(action));
  }

  @Override
  public Paragraph renameIndex(Action.RenameIndex action) {
    return new Paragraph(
        action.table() + ": index " + action.from() + " is " + action.to() + " now.",
        IndexDdl.rename(action));
  }

  @Override
  public Paragraph dropParked(Action.DropParked action) {
    return Paragraph.of(
        action.target() + ": deleted for ever; it was parked.",
        action
            .column()
            .map(column -> ColumnDdl.dropIfThere(action.table(), column))
            .orElseGet(() -> TableDdl.dropIfThere(action.table())));
  }

  @Override
  public Paragraph createObject(Action.CreateObject action) {
    return new Paragraph(
        ObjectWords.subject(action.object())
            + ": "
            + (action.again() ? "made again" : ObjectWords.added(action.object()))
            + ".",
        ObjectDdl.create(action.object()));
  }

  @Override
  public Paragraph dropObject(Action.DropObject action) {
    return new Paragraph(
        ObjectWords.subject(action.object())
            + ": "
            + (action.again()
                ? "dropped, to be made again below"
                : ObjectWords.gone(action.object()))
            + ".",
        action
            .reads()
            .map(read -> List.of(ViewDdl.dropIfReads(action.object(), read)))
            .orElseGet(() -> ObjectDdl.drop(action.object())));
  }

  @Override
  public Paragraph renameObject(Action.RenameObject action) {
    return new Paragraph(
        ObjectWords.subject(action.object()) + ": renamed to " + action.to() + ".",
        ObjectDdl.rename(action));
  }

  @Override
  public Paragraph refuseDependents(Action.RefuseDependents action) {
    return new Paragraph(
        "Views that are not of the model stop this: they would have to go for a while.",
        DependentsDdl.refuse(action));
  }

  @Override
  public Paragraph refuseRows(Action.RefuseRows action) {
    return RowsDdl.refuse(action, labels);
  }

  @Override
  public Paragraph rebuildType(Action.RebuildType action) {
    return new Paragraph(
        ObjectWords.subject(action.to()) + ": made anew, and all values of it written anew.",
        CompositeTypeDdl.rebuild(action));
  }

  @Override
  public Paragraph validateDomain(Action.ValidateDomain action) {
    return new Paragraph(
        ObjectWords.subject(action.domain()) + ": its checks, in the values that are there.",
        DomainDdl.validate(action));
  }

  @Override
  public Paragraph changeObject(Action.ChangeObject action) {
    return new Paragraph(
        ObjectWords.subject(action.to()) + ": changed.",
        ObjectDdl.change(action.from(), action.to()));
  }
}
