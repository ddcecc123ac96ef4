package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.PartitionBounds;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** {@code @Partitioned} and {@code @Partition}. */
final class PartitionReader {
  private static final Set<String> WORDS =
      Set.of("MINVALUE", "MAXVALUE", "NULL", "TRUE", "FALSE", "CURRENT_DATE");

  private final Diagnostics diagnostics;
  private final Origins origins;
  private final Table table;

  PartitionReader(Diagnostics diagnostics, Origins origins, Table table) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.table = table;
  }

  Optional<Partitioning> read(TypeElement type, Origin origin) {
    List<Annotated> parts = Annotated.all(type, origin, Marker.PARTITION);
    Optional<Annotated> partitioned = Annotated.find(type, origin, Marker.PARTITIONED);
    if (partitioned.isEmpty()) {
      parts.stream()
          .findFirst()
          .ifPresent(part -> report(
              part.origin(),
              "the table is not partitioned. Say by what, with @Partitioned(by = …, on = …) beside"
                  + " it, or remove @Partition."));
      return Optional.empty();
    }
    refuseOptions(partitioned.get());
    Partitioning.Method method =
        Partitioning.Method.valueOf(partitioned.get().constant("by").orElse("RANGE"));
    return new ListedColumns(diagnostics, table)
        .keys(partitioned.get().texts("on"), partitioned.get().at("on"))
        .filter(keys -> fit(method, keys, partitioned.get().at("on")))
        .map(keys -> new Partitioning(method, keys, partitions(method, keys.size(), parts)));
  }

  private void refuseOptions(Annotated partitioned) {
    if (!table.options().equals(TableOptions.NONE)) {
      report(
          partitioned.origin(),
          "a partitioned table holds no rows itself, so @Unlogged, @With and @Tablespace have no"
              + " meaning on it. Remove them.");
    }
  }

  private boolean fit(Partitioning.Method method, List<IndexKey> keys, Origin origin) {
    Optional<String> fault = Optional.empty();
    if (method == Partitioning.Method.LIST && keys.size() > 1) {
      fault = Optional.of("a list is of the values of one column. Name one, or use RANGE or HASH.");
    }
    for (IndexKey key : keys) {
      if (key.descending() || key.nullsFirst()) {
        fault = Optional.of("partitions have no order. Remove DESC or NULLS FIRST.");
      }
      Optional<Column> computed = table.columns().stream()
          .filter(column -> column.isGenerated()
              && new Partitioning(method, List.of(key), List.of()).mentions(column.name()))
          .findFirst();
      if (computed.isPresent()) {
        fault = Optional.of("the column "
            + computed.get().name()
            + " is computed when its row has a place already. Name another one, or the expression"
            + " itself.");
      }
    }
    fault.ifPresent(text -> report(origin, text));
    return fault.isEmpty();
  }

  private List<Partition> partitions(
      Partitioning.Method method, int keys, List<Annotated> annotations) {
    List<Partition> partitions = new ArrayList<>();
    for (Annotated annotation : annotations) {
      String name = annotation.text("name").orElse("");
      Optional<PartitionBounds> bounds = bounds(method, keys, annotation);
      if (!Name.isValid(name)) {
        Names.refuse(diagnostics, annotation.at("name"), "partition", name);
      } else if (partitions.stream().anyMatch(p -> p.name().value().equals(name))) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            annotation.at("name"),
            "the partition " + name + " is there already. Give one of them another name.");
      } else if (bounds.isPresent()) {
        partitions.stream()
            .filter(other -> other.bounds().equals(bounds.get()))
            .findFirst()
            .ifPresent(other -> report(
                annotation,
                "name",
                "the partition "
                    + other.name()
                    + " takes these rows already. Give one of them other bounds."));
        partitions.add(new Partition(new Name(name), bounds.get()));
        origins.put(
            Subject.object(ObjectId.on(ObjectKind.PARTITION, new Name(name), table.name())),
            annotation.origin());
      }
    }
    return partitions;
  }

  private Optional<PartitionBounds> bounds(
      Partitioning.Method method, int keys, Annotated annotation) {
    List<String> from = annotation.texts("from");
    List<String> to = annotation.texts("to");
    List<String> in = annotation.texts("in");
    Optional<Integer> modulus = annotation.number("modulus");
    int remainder = annotation.number("remainder").orElse(0);
    boolean rest = annotation.flag("isDefault").orElse(false);
    List<String> said = annotation.members().stream()
        .filter(member -> !List.of("name", "renamedFrom").contains(member))
        .filter(member -> rest || !member.equals("isDefault"))
        .sorted()
        .toList();
    List<String> wanted = rest && method != Partitioning.Method.HASH
        ? List.of("isDefault")
        : switch (method) {
          case RANGE -> List.of("from", "to");
          case LIST -> List.of("in");
          case HASH ->
            said.contains("remainder") ? List.of("modulus", "remainder") : List.of("modulus");
        };
    if (!said.equals(wanted)) {
      report(
          annotation,
          "name",
          switch (method) {
                case RANGE -> "one by range has from and to, or isDefault";
                case LIST -> "one by list has in, or isDefault";
                case HASH -> "one by hash has modulus and remainder, and there is no default";
              }
              + ". Write these and nothing else.");
      return Optional.empty();
    }
    if (rest) {
      return Optional.of(new PartitionBounds.Rest());
    }
    if (!areValues(annotation, "from")
        || !areValues(annotation, "to")
        || !areValues(annotation, "in")) {
      return Optional.empty();
    }
    return switch (method) {
      case RANGE -> {
        if (from.size() != keys || to.size() != keys) {
          report(
              annotation,
              from.size() != keys ? "from" : "to",
              "there is one value for each key of @Partitioned, that is, " + keys + ". Write as"
                  + " many; the last ones may be MINVALUE or MAXVALUE.");
          yield Optional.empty();
        }
        yield Optional.of(new PartitionBounds.Range(from, to));
      }
      case LIST -> {
        if (in.isEmpty()) {
          report(annotation, "in", "no value is listed. Name one or more.");
          yield Optional.empty();
        }
        yield Optional.of(new PartitionBounds.In(in));
      }
      case HASH -> {
        if (modulus.orElse(1) < 1 || remainder < 0 || remainder >= modulus.orElse(1)) {
          report(
              annotation,
              "remainder",
              "what is left of a division by "
                  + modulus.orElse(1)
                  + " is a number from 0 on, and less. Write such a remainder.");
          yield Optional.empty();
        }
        yield Optional.of(new PartitionBounds.Hash(modulus.orElse(1), remainder));
      }
    };
  }

  private boolean areValues(Annotated annotation, String member) {
    for (String value : annotation.texts(member)) {
      Optional<String> fault = fault(value);
      if (fault.isPresent()) {
        report(annotation, member, fault.get());
        return false;
      }
    }
    return true;
  }

  /** A name, or a day without quotes, would be a column or a subtraction to SQL. */
  private static Optional<String> fault(String value) {
    if (value.isBlank()) {
      return Optional.of(
          "a bound is missing. Write a value as SQL does, such as \"'2026-01-01'\".");
    }
    boolean bare =
        value.matches("[\\p{L}_]\\w*") && !WORDS.contains(value.toUpperCase(Locale.ROOT));
    return bare || value.matches("\\d+-\\d+.*")
        ? Optional.of(value + " is no value in SQL. Did you mean \"'" + value + "'\"?")
        : ExpressionFaults.unbalanced(value);
  }

  /** Of several annotations, compilers tell no place. */
  private void report(Annotated partition, String member, String text) {
    report(partition.at(member), "partition " + partition.text("name").orElse("") + ": " + text);
  }

  private void report(Origin origin, String text) {
    diagnostics.report(Problem.ANNOTATION_VALUE, origin, text);
  }
}
