package dev.varve.processor.ddl;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A change in words: a sentence for the header, and a name for the file. */
public final class Words implements Change.Visitor<Words.Wording> {
  private static final int NAME_LENGTH = 60;

  /**
   * @param sentence {@code Adds column users.nickname.}
   * @param name {@code add_nickname_to_users}
   * @param main whether the file may be named for it: a key that comes with its column is not
   * @param lost what is lost by it for ever
   */
  record Wording(String sentence, String name, boolean main, Optional<String> lost) {}

  private final EarlierNames earlier;

  private Words(EarlierNames earlier) {
    this.earlier = earlier;
  }

  /** One sentence for each change. */
  public static List<String> sentences(List<Change> changes) {
    return changes.stream()
        .map(change -> change.accept(new Words(EarlierNames.NONE)).sentence())
        .toList();
  }

  /**
   * What the changes, made in this order, lose for ever, under the names that it has before them;
   * empty if nothing.
   */
  public static List<String> losses(List<Change> changes) {
    return IntStream.range(0, changes.size())
        .mapToObj(i -> changes.get(i).accept(new Words(new EarlierNames(changes.subList(0, i)))))
        .flatMap(wording -> wording.lost().stream())
        .distinct()
        .toList();
  }

  /** A name made of lower-case words, digits and underscores. */
  public static String name(List<Change> changes) {
    List<Wording> wordings = changes.stream()
        .map(change -> change.accept(new Words(EarlierNames.NONE)))
        .toList();
    List<Wording> main = wordings.stream().filter(Wording::main).toList();
    List<String> names = (main.isEmpty() ? wordings : main)
        .stream().map(Wording::name).distinct().toList();
    String name = names.get(0);
    int used = 1;
    if (names.size() > 1 && (name + "_and_" + names.get(1)).length() <= NAME_LENGTH - 12) {
      name += "_and_" + names.get(1);
      used = 2;
    }
    String more = names.size() > used ? "_and_" + (names.size() - used) + "_more" : "";
    String clean = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    int room = NAME_LENGTH - more.length();
    return (clean.length() > room ? clean.substring(0, room) : clean).replaceAll("^_+|_+$", "")
        + more;
  }

  private static Wording main(String sentence, String name) {
    return new Wording(sentence, name, true, Optional.empty());
  }

  private static Wording side(String sentence, String name) {
    return new Wording(sentence, name, false, Optional.empty());
  }

  private static Wording losing(String sentence, String name, String lost) {
    return new Wording(sentence, name, true, Optional.of(lost));
  }

  @Override
  public Wording tableAdded(Change.TableAdded change) {
    String table = change.table().name().toString();
    return change.parkedAs().isPresent()
        ? main("Brings back table " + table + " with its rows.", "bring_back_" + table)
        : main("Creates table " + table + ".", "create_" + table);
  }

  @Override
  public Wording tableRemoved(Change.TableRemoved change) {
    String table = change.table().name().toString();
    return change
        .parkedAs()
        .map(as -> main(
            "Parks table " + table + ": its rows stay on disk as " + as + ".", "drop_" + table))
        .orElseGet(() -> losing(
            "Drops table " + table + " with its rows.",
            "drop_" + table,
            "all rows of " + earlier.table(change.table().name())));
  }

  @Override
  public Wording tableRenamed(Change.TableRenamed change) {
    return main(
        "Renames table " + change.from() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to());
  }

  @Override
  public Wording tableMoved(Change.TableMoved change) {
    return side(
        "Notes that table " + change.table() + " is described by " + change.to() + " now.",
        "move_" + change.table());
  }

  @Override
  public Wording columnAdded(Change.ColumnAdded change) {
    String column = change.table() + "." + change.column().name();
    String name = change.column().name() + "_to_" + change.table();
    return change.parkedAs().isPresent()
        ? main("Brings back column " + column + " with its values.", "bring_back_" + name)
        : main("Adds column " + column + ".", "add_" + name);
  }

  @Override
  public Wording columnRemoved(Change.ColumnRemoved change) {
    String column = change.table() + "." + change.column().name();
    String name = "drop_" + change.column().name() + "_from_" + change.table();
    return change
        .parkedAs()
        .map(
            as -> main("Parks column " + column + ": its values stay on disk as " + as + ".", name))
        .orElseGet(() -> change.column().isGenerated()
            ? main("Drops column " + column + ", which is computed.", name)
            : losing(
                "Drops column " + column + " with its values.",
                name,
                "the values of "
                    + earlier.column(
                        new ColumnName(change.table(), change.column().name()))));
  }

  @Override
  public Wording columnRenamed(Change.ColumnRenamed change) {
    return main(
        "Renames column " + change.table() + "." + change.from() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to() + "_in_" + change.table());
  }

  @Override
  public Wording columnTypeChanged(Change.ColumnTypeChanged change) {
    String sentence = "Changes column "
        + change.column()
        + " from "
        + change.from().sql()
        + " to "
        + change.to().sql()
        + ".";
    String name =
        "change_type_of_" + change.column().column() + "_in_" + change.column().table();
    boolean lossless = change.using().isEmpty()
        && dev.varve.runtime.diff.Casts.isLossless(change.from(), change.to());
    return lossless
        ? main(sentence, name)
        : losing(
            sentence,
            name,
            "what "
                + change.to().sql()
                + " cannot hold of "
                + earlier.column(change.column())
                + (change.using().isPresent() ? " (each value becomes " : "")
                + change.using().map(using -> using + ")").orElse(""));
  }

  @Override
  public Wording columnNullabilityChanged(Change.ColumnNullabilityChanged change) {
    return change.nullable()
        ? main(
            "Lets column " + change.column() + " take NULL.",
            "allow_null_in_" + change.column().column() + "_of_"
                + change.column().table())
        : main(
            "Makes column "
                + change.column()
                + " refuse NULL"
                + change
                    .backfill()
                    .map(value -> "; rows without a value get " + value)
                    .orElse("")
                + ".",
            "require_" + change.column().column() + "_of_" + change.column().table());
  }

  @Override
  public Wording columnValuesRenamed(Change.ColumnValuesRenamed change) {
    List<String> renamed = new ArrayList<>();
    change.values().forEach((old, now) -> renamed.add(old + " to " + now));
    return main(
        "Renames " + String.join(", ", renamed) + " in column " + change.column() + ".",
        "rename_values_of_" + change.column().column() + "_in_"
            + change.column().table());
  }

  @Override
  public Wording columnDefaultChanged(Change.ColumnDefaultChanged change) {
    return main(
        "Changes the default of column " + change.column() + ".",
        "change_default_of_" + change.column().column() + "_in_"
            + change.column().table());
  }

  @Override
  public Wording columnOptionsChanged(Change.ColumnOptionsChanged change) {
    String what = OptionsDdl.words(change.from(), change.to());
    return main(
        "Changes column " + change.column() + ": " + what + ".",
        "change_options_of_" + change.column().column() + "_in_"
            + change.column().table());
  }

  @Override
  public Wording tableOptionsChanged(Change.TableOptionsChanged change) {
    return main(
        "Changes table "
            + change.table()
            + ": "
            + OptionsDdl.words(change.from(), change.to())
            + ".",
        "change_options_of_" + change.table());
  }

  @Override
  public Wording partitionAdded(Change.PartitionAdded change) {
    Name name = change.partition().name();
    return change.parkedAs().isPresent()
        ? main(
            "Brings back partition " + name + " of " + change.table() + " with its rows.",
            "bring_back_" + name)
        : main(
            "Adds partition " + name + " to " + change.table() + ".",
            "add_" + name + "_to_" + change.table());
  }

  @Override
  public Wording partitionRemoved(Change.PartitionRemoved change) {
    Name name = change.partition().name();
    return change
        .parkedAs()
        .map(as -> main(
            "Parks partition " + name + " of " + change.table() + ": its rows stay on disk as " + as
                + ".",
            "drop_" + name))
        .orElseGet(() -> losing(
            "Drops partition " + name + " of " + change.table() + " with its rows.",
            "drop_" + name,
            "the rows of "
                + earlier.table(change.table())
                + " in "
                + earlier.partition(change.table(), name)));
  }

  @Override
  public Wording partitionRenamed(Change.PartitionRenamed change) {
    return main(
        "Renames partition " + change.from() + " of " + change.table() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to());
  }

  @Override
  public Wording partitionsRebound(Change.PartitionsRebound change) {
    String names = change.to().stream()
        .map(partition -> partition.name().toString())
        .collect(java.util.stream.Collectors.joining(", "));
    return main(
        "Gives other bounds to " + names + " of " + change.table() + ".",
        "rebound_partitions_of_" + change.table());
  }

  @Override
  public Wording constraintAdded(Change.ConstraintAdded change) {
    return side(
        "Adds constraint " + change.constraint().name() + " to " + change.table() + ".",
        "add_" + change.constraint().name());
  }

  @Override
  public Wording constraintRemoved(Change.ConstraintRemoved change) {
    return side(
        "Drops constraint " + change.constraint().name() + " of " + change.table() + ".",
        "drop_" + change.constraint().name());
  }

  @Override
  public Wording constraintRenamed(Change.ConstraintRenamed change) {
    return side(
        "Renames constraint " + change.from() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to());
  }

  @Override
  public Wording indexAdded(Change.IndexAdded change) {
    return side(
        "Adds index " + change.index().name() + " to " + change.table() + ".",
        "add_" + change.index().name());
  }

  @Override
  public Wording indexRemoved(Change.IndexRemoved change) {
    return side(
        "Drops index " + change.index().name() + " of " + change.table() + ".",
        "drop_" + change.index().name());
  }

  @Override
  public Wording indexRenamed(Change.IndexRenamed change) {
    return side(
        "Renames index " + change.from() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to());
  }

  @Override
  public Wording enumAdded(Change.EnumAdded change) {
    return side(
        (change.parkedAs().isPresent() ? "Brings back enum " : "Creates enum ")
            + change.type().name()
            + ".",
        "create_" + change.type().name());
  }

  @Override
  public Wording enumRemoved(Change.EnumRemoved change) {
    return side(
        (change.parkedAs().isPresent() ? "Parks enum " : "Drops enum ")
            + change.type().name()
            + ".",
        "drop_" + change.type().name());
  }

  @Override
  public Wording enumMoved(Change.EnumMoved change) {
    return side(
        "Notes that enum " + change.type() + " is described by " + change.to() + " now.",
        "move_" + change.type());
  }

  @Override
  public Wording enumRenamed(Change.EnumRenamed change) {
    return main(
        "Renames enum " + change.from() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to());
  }

  @Override
  public Wording enumValueRenamed(Change.EnumValueRenamed change) {
    return main(
        "Renames value " + change.from() + " of enum " + change.type() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to());
  }

  @Override
  public Wording enumReordered(Change.EnumReordered change) {
    return main(
        "Orders enum " + change.type() + " as " + String.join(", ", change.to()) + ".",
        "reorder_" + change.type());
  }

  @Override
  public Wording enumValueAdded(Change.EnumValueAdded change) {
    return main(
        "Adds value " + change.value() + " to enum " + change.type() + ".",
        "add_" + change.value() + "_to_" + change.type());
  }

  @Override
  public Wording enumValueRemoved(Change.EnumValueRemoved change) {
    return main(
        "Takes value "
            + change.value()
            + " out of enum "
            + change.type()
            + "; refused while a row has it.",
        "drop_" + change.value() + "_from_" + change.type());
  }

  @Override
  public Wording parkedPurged(Change.ParkedPurged change) {
    String what = change.column().isPresent() ? "the values of " : "all rows of ";
    return losing(
        "Deletes " + what + change.target() + ", which were parked.",
        "purge_" + change.target(),
        what + change.target());
  }

  @Override
  public Wording objectAdded(Change.ObjectAdded change) {
    return object("Creates ", "create_", change.object());
  }

  @Override
  public Wording objectRemoved(Change.ObjectRemoved change) {
    Wording words = object("Drops ", "drop_", change.object());
    return new Wording(
        words.sentence(), words.name(), words.main(), ObjectWords.lost(change.object(), earlier));
  }

  @Override
  public Wording objectChanged(Change.ObjectChanged change) {
    Wording words = object("Changes ", "change_", change.to());
    return new Wording(
        words.sentence(),
        words.name(),
        words.main(),
        ObjectWords.lost(change.from(), change.to(), earlier));
  }

  @Override
  public Wording objectRenamed(Change.ObjectRenamed change) {
    return main(
        "Renames " + change.kind().words() + " " + change.from() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to());
  }

  @Override
  public Wording attributeRenamed(Change.AttributeRenamed change) {
    return main(
        "Renames attribute " + change.type() + "." + change.from() + " to " + change.to() + ".",
        "rename_" + change.from() + "_to_" + change.to() + "_in_" + change.type());
  }

  private static Wording object(String verb, String prefix, SchemaObject object) {
    String sentence = verb + object.id() + ".";
    String name = prefix + ObjectWords.name(object);
    return ObjectWords.isMain(object) ? main(sentence, name) : side(sentence, name);
  }
}
