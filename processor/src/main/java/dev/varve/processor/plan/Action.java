package dev.varve.processor.plan;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that SQL does. */
public sealed interface Action {
  <R> R accept(Visitor<R> visitor);

  record CreateEnum(EnumType type) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createEnum(this);
    }
  }

  record DropEnum(EnumType type) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropEnum(this);
    }
  }

  /** One value under another name; the rows that have it follow. */
  record RenameEnumValue(QualifiedName type, String from, String to) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameEnumValue(this);
    }
  }

  /** An attribute of a composite type gets another name. */
  record RenameAttribute(QualifiedName type, Name from, Name to) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameAttribute(this);
    }
  }

  /** Parks an enum, brings one back, or only gives it another name. */
  record RenameEnum(EnumType type, QualifiedName from, QualifiedName to) implements Action {
    public boolean isParking() {
      return !to.equals(type.name());
    }

    public boolean isReturn() {
      return from.name().value().startsWith("varve_parked_");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameEnum(this);
    }
  }

  /**
   * New values of an enum that is there.
   *
   * @param end the enum after the migration, which may take other values out of it
   */
  record AddEnumValues(EnumType from, EnumType to, EnumType end) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addEnumValues(this);
    }
  }

  /**
   * Takes values out of an enum or puts them into another order, by a new enum in its place.
   *
   * @param users the tables that have columns of it, as they are
   */
  record RemoveEnumValues(EnumType from, EnumType to, List<Table> users) implements Action {
    public RemoveEnumValues {
      users = List.copyOf(users);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeEnumValues(this);
    }
  }

  /**
   * What the catalogue cannot tell whether it was done, since the names are the same before and
   * after: it leaves a mark, or on the way back takes the mark away.
   */
  record Once(Mark mark, List<Action> actions) implements Action {
    public Once {
      actions = List.copyOf(actions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.once(this);
    }
  }

  /** A table with its keys and checks, without foreign keys and indexes. */
  record CreateTable(Table table) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createTable(this);
    }
  }

  record DropTable(Table table) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropTable(this);
    }
  }

  /**
   * A table under another name.
   *
   * @param kept the columns that it has before and after the migration
   */
  record RenameTable(Table table, QualifiedName from, QualifiedName to, List<Name> kept)
      implements Action {
    public RenameTable {
      kept = List.copyOf(kept);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameTable(this);
    }
  }

  record ParkTable(Table table, QualifiedName parkedAs) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parkTable(this);
    }
  }

  record UnparkTable(Table table, QualifiedName parkedAs) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unparkTable(this);
    }
  }

  /**
   * A new column of a table that is there.
   *
   * @param settled whether this is all there is to it; otherwise later steps change its default or
   *     make it refuse NULL
   */
  record AddColumn(QualifiedName table, Column column, boolean settled) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addColumn(this);
    }
  }

  record DropColumn(QualifiedName table, Column column) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropColumn(this);
    }
  }

  /**
   * A column under another name.
   *
   * @param type its type; empty if the migration changes that, too
   */
  record RenameColumn(QualifiedName table, Name from, Name to, Optional<ColumnType> type)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameColumn(this);
    }
  }

  record ParkColumn(QualifiedName table, Column column, Name parkedAs) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parkColumn(this);
    }
  }

  record UnparkColumn(QualifiedName table, Column column, Name parkedAs) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unparkColumn(this);
    }
  }

  /** Deletes a parked table, or a parked column of a table. */
  record DropParked(String target, QualifiedName table, Optional<Name> column) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropParked(this);
    }
  }

  /**
   * Another type.
   *
   * @param column the column before
   */
  record ChangeType(QualifiedName table, Column column, ColumnType to, Optional<String> using)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeType(this);
    }
  }

  /**
   * Another default of a column.
   *
   * @param counts whether a sequence gives its values in the end: run again, it does already
   */
  record ChangeDefault(ColumnName column, Default from, Default to, boolean counts)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeDefault(this);
    }
  }

  /** Rows to come get their number from a sequence that the column owns. */
  record NumberColumn(ColumnName column, Default value) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.numberColumn(this);
    }
  }

  /** A column filled by a sequence of its own becomes an identity that goes on from there. */
  record SettleIdentity(ColumnName column, IdentityOptions options) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.settleIdentity(this);
    }
  }

  /**
   * A column goes so that another one can have its name: one of the two is computed.
   *
   * @param now the table after the migration
   * @param enums the enums that get a new type in their place
   * @param composites the composite types that do, as they will be
   */
  record ReplaceColumn(
      QualifiedName table,
      Column column,
      Table now,
      Optional<Name> parkedAs,
      List<EnumType> enums,
      List<CompositeType> composites)
      implements Action {
    public ReplaceColumn {
      enums = List.copyOf(enums);
      composites = List.copyOf(composites);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.replaceColumn(this);
    }
  }

  /**
   * Another collation, storage or compression.
   *
   * @param column the column before
   */
  record ChangeColumnOptions(QualifiedName table, Column column, ColumnOptions to)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeColumnOptions(this);
    }
  }

  record ChangeTableOptions(QualifiedName table, TableOptions from, TableOptions to)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeTableOptions(this);
    }
  }

  /**
   * A check that refuses NULL in rows to come, until the column itself does.
   *
   * @param row whether its values are rows, of which {@code IS NULL} says whether all parts are NULL
   */
  record GuardNotNull(ColumnName column, boolean row) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.guardNotNull(this);
    }
  }

  /**
   * Values for the rows that have none. All columns of a table at once: each of them may be guarded
   * already, and a row must pass all guards.
   */
  record Backfill(QualifiedName table, boolean partitioned, List<Fill> fills) implements Action {
    public Backfill {
      fills = List.copyOf(fills);
    }

    /**
     * A new value of a column.
     *
     * @param expression what takes the place of NULL
     * @param row whether its values are rows
     * @param renamed texts that go under other names, the new ones by the old ones
     * @param array whether these are elements of its values
     * @param always whether the column will take no value but the next number
     */
    public record Fill(
        Name column,
        Optional<String> expression,
        boolean row,
        Map<String, String> renamed,
        boolean array,
        boolean always) {
      /** The next number of a new column. */
      public static final String DEFAULT = "DEFAULT";

      Fill(Name column, String expression, boolean row, boolean always) {
        this(column, Optional.of(expression), row, Map.of(), false, always);
      }

      /** Both of one column. */
      Fill with(Fill other) {
        return new Fill(
            column,
            expression.or(other::expression),
            row || other.row,
            renamed.isEmpty() ? other.renamed : renamed,
            array || other.array,
            always || other.always);
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.backfill(this);
    }
  }

  record ValidateNotNull(ColumnName column) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.validateNotNull(this);
    }
  }

  record SetNotNull(ColumnName column) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setNotNull(this);
    }
  }

  record DropNotNull(ColumnName column) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropNotNull(this);
    }
  }

  /**
   * A check or a foreign key.
   *
   * @param validated whether the rows that are there are checked at once
   */
  record AddConstraint(QualifiedName table, Constraint constraint, boolean validated)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addConstraint(this);
    }
  }

  record ValidateConstraint(QualifiedName table, Constraint constraint) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.validateConstraint(this);
    }
  }

  /** The unique index that a key will take over. */
  record BuildKey(QualifiedName table, Constraint key) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.buildKey(this);
    }
  }

  /** A primary or unique key out of its index. */
  record AttachKey(QualifiedName table, Constraint key) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attachKey(this);
    }
  }

  /**
   * A rule that goes.
   *
   * @param there whether it was there before the migration; otherwise only the migration itself may
   *     have made it, when it ran before
   */
  record DropConstraint(QualifiedName table, Constraint constraint, boolean there)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropConstraint(this);
    }
  }

  /** Another moment for the check of a foreign key. */
  record AlterConstraint(QualifiedName table, Constraint constraint) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterConstraint(this);
    }
  }

  /**
   * A check or a foreign key in the place of one of another definition.
   *
   * @param interim the name that it has until then
   */
  record ExchangeConstraint(QualifiedName table, Constraint constraint, Name interim)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.exchangeConstraint(this);
    }
  }

  /** A key out of its index, in the place of one of another definition. */
  record ExchangeKey(QualifiedName table, Constraint key, Name interim) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.exchangeKey(this);
    }
  }

  /**
   * A constraint under another name.
   *
   * @param passing whether it goes later in the same migration: run again, it is not there at all
   */
  record RenameConstraint(QualifiedName table, Name from, Name to, boolean passing)
      implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameConstraint(this);
    }
  }

  /**
   * A new index.
   *
   * @param concurrently whether the table is in use
   */
  record CreateIndex(QualifiedName table, Index index, boolean concurrently) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createIndex(this);
    }
  }

  record DropIndex(QualifiedName table, Index index) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropIndex(this);
    }
  }

  /** An index in the place of one of another definition. */
  record ExchangeIndex(QualifiedName table, Index index, Name interim) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.exchangeIndex(this);
    }
  }

  /**
   * An index under another name.
   *
   * @param passing whether it goes later in the same migration: run again, it is not there at all
   */
  record RenameIndex(QualifiedName table, Name from, Name to, boolean passing) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameIndex(this);
    }
  }

  /**
   * An object other than a table or an enum.
   *
   * @param again whether it was there before the migration
   */
  record CreateObject(SchemaObject object, boolean again) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createObject(this);
    }
  }

  /**
   * An object that goes.
   *
   * @param again whether it comes again, when what it rests on has changed
   * @param reads only if it is a view that reads this one by now; empty in any case
   */
  record DropObject(SchemaObject object, boolean again, Optional<QualifiedName> reads)
      implements Action {
    public DropObject(SchemaObject object, boolean again) {
      this(object, again, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropObject(this);
    }
  }

  /** An object that becomes another one of the same name. */
  record ChangeObject(SchemaObject from, SchemaObject to) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeObject(this);
    }
  }

  /**
   * A composite type whose values the server cannot keep as they are.
   *
   * @param users the tables that have columns of it, as they are
   */
  record RebuildType(CompositeType from, CompositeType to, List<Table> users) implements Action {
    public RebuildType {
      users = List.copyOf(users);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rebuildType(this);
    }
  }

  /** A domain's new checks, on the values that are there. */
  record ValidateDomain(Domain domain, List<Name> checks) implements Action {
    public ValidateDomain {
      checks = List.copyOf(checks);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.validateDomain(this);
    }
  }

  /** An object under another name. */
  record RenameObject(SchemaObject object, QualifiedName from, QualifiedName to) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameObject(this);
    }
  }

  /**
   * A look for views that the model does not know and that PostgreSQL would not let go or change.
   *
   * @param relations what goes
   * @param columns what gets another type
   * @param known the views of the model
   */
  record RefuseDependents(
      List<QualifiedName> relations, List<ColumnName> columns, List<QualifiedName> known)
      implements Action {
    public RefuseDependents {
      relations = List.copyOf(relations);
      columns = List.copyOf(columns);
      known = List.copyOf(known);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refuseDependents(this);
    }
  }

  /**
   * A look for rows that stand in the way.
   *
   * @param tables old names of tables that the migration renames: if there is none of that name, it
   *     has been here
   * @param columns the same of columns
   * @param mark what says so where the names are taken by others
   */
  record RefuseRows(
      Obstacle obstacle, List<QualifiedName> tables, List<ColumnName> columns, Optional<Mark> mark)
      implements Action {
    public RefuseRows {
      tables = List.copyOf(tables);
      columns = List.copyOf(columns);
    }

    /** Where all names are those of the moment. */
    public RefuseRows(Obstacle obstacle) {
      this(obstacle, List.of(), List.of(), Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refuseRows(this);
    }
  }

  /** A partition of a table that is there; the table with all that it has then. */
  record CreatePartition(Table table, Partition partition) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createPartition(this);
    }
  }

  /** A partition that goes with its rows. */
  record DropPartition(Table table, Partition partition) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropPartition(this);
    }
  }

  /** A partition that becomes a table of its own, out of sight. */
  record ParkPartition(Table table, Partition partition, Name parkedAs) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parkPartition(this);
    }
  }

  /** A parked partition that comes back. */
  record UnparkPartition(Table table, Partition partition, Name parkedAs) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unparkPartition(this);
    }
  }

  /** A partition under another name. */
  record RenamePartition(QualifiedName table, Name from, Name to) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renamePartition(this);
    }
  }

  /** Partitions with other bounds; the table has them already. */
  record RebindPartitions(Table table, List<Partition> to) implements Action {
    public RebindPartitions {
      to = List.copyOf(to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rebindPartitions(this);
    }
  }

  /** One answer for each kind of action. */
  interface Visitor<R> {
    R createEnum(CreateEnum action);

    R dropEnum(DropEnum action);

    R renameEnum(RenameEnum action);

    R renameEnumValue(RenameEnumValue action);

    R renameAttribute(RenameAttribute action);

    R addEnumValues(AddEnumValues action);

    R removeEnumValues(RemoveEnumValues action);

    R once(Once action);

    R createTable(CreateTable action);

    R dropTable(DropTable action);

    R renameTable(RenameTable action);

    R parkTable(ParkTable action);

    R unparkTable(UnparkTable action);

    R createPartition(CreatePartition action);

    R dropPartition(DropPartition action);

    R parkPartition(ParkPartition action);

    R unparkPartition(UnparkPartition action);

    R renamePartition(RenamePartition action);

    R rebindPartitions(RebindPartitions action);

    R addColumn(AddColumn action);

    R dropColumn(DropColumn action);

    R renameColumn(RenameColumn action);

    R parkColumn(ParkColumn action);

    R unparkColumn(UnparkColumn action);

    R dropParked(DropParked action);

    R changeType(ChangeType action);

    R changeDefault(ChangeDefault action);

    R numberColumn(NumberColumn action);

    R settleIdentity(SettleIdentity action);

    R replaceColumn(ReplaceColumn action);

    R changeColumnOptions(ChangeColumnOptions action);

    R changeTableOptions(ChangeTableOptions action);

    R guardNotNull(GuardNotNull action);

    R backfill(Backfill action);

    R validateNotNull(ValidateNotNull action);

    R setNotNull(SetNotNull action);

    R dropNotNull(DropNotNull action);

    R addConstraint(AddConstraint action);

    R validateConstraint(ValidateConstraint action);

    R buildKey(BuildKey action);

    R attachKey(AttachKey action);

    R dropConstraint(DropConstraint action);

    R alterConstraint(AlterConstraint action);

    R exchangeConstraint(ExchangeConstraint action);

    R exchangeKey(ExchangeKey action);

    R renameConstraint(RenameConstraint action);

    R createIndex(CreateIndex action);

    R dropIndex(DropIndex action);

    R exchangeIndex(ExchangeIndex action);

    R renameIndex(RenameIndex action);

    R createObject(CreateObject action);

    R dropObject(DropObject action);

    R changeObject(ChangeObject action);

    R validateDomain(ValidateDomain action);

    R rebuildType(RebuildType action);

    R renameObject(RenameObject action);

    R refuseDependents(RefuseDependents action);

    R refuseRows(RefuseRows action);
  }
}
