package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;

/** Defaults and options as a line of a difference shows them. */
final class OptionsText {
  private OptionsText() {}

  static String of(Default value) {
    if (value instanceof Default.Expression expression) {
      return " DEFAULT " + expression.sql();
    }
    if (value instanceof Default.Identity identity) {
      return of(identity.options());
    }
    if (value instanceof Default.Generated generated) {
      return " GENERATED ALWAYS AS ("
          + generated.expression()
          + (generated.stored() ? ") STORED" : ") VIRTUAL");
    }
    return value instanceof Default.Serial ? " SERIAL" : "";
  }

  private static String of(IdentityOptions options) {
    List<String> parts = new ArrayList<>();
    options.start().ifPresent(value -> parts.add("START " + value));
    if (options.increment() != 1) {
      parts.add("INCREMENT " + options.increment());
    }
    options.min().ifPresent(value -> parts.add("MINVALUE " + value));
    options.max().ifPresent(value -> parts.add("MAXVALUE " + value));
    if (options.cache() != 1) {
      parts.add("CACHE " + options.cache());
    }
    if (options.cycle()) {
      parts.add("CYCLE");
    }
    return " GENERATED "
        + (options.byDefault() ? "BY DEFAULT" : "ALWAYS")
        + " AS IDENTITY"
        + (parts.isEmpty() ? "" : " (" + String.join(" ", parts) + ")");
  }

  static String of(ColumnOptions options) {
    return options.collation().map(name -> " COLLATE " + name.quoted()).orElse("")
        + options.storage().map(mode -> " STORAGE " + mode).orElse("")
        + options.compression().map(method -> " COMPRESSION " + method.sql()).orElse("");
  }

  static String of(TableOptions options) {
    List<String> parts = new ArrayList<>();
    if (options.unlogged()) {
      parts.add("UNLOGGED");
    }
    if (!options.parameters().isEmpty()) {
      List<String> parameters = new ArrayList<>();
      options.parameters().forEach((name, value) -> parameters.add(name + "=" + value));
      parts.add("WITH (" + String.join(", ", parameters) + ")");
    }
    options.tablespace().map(Name::quoted).ifPresent(name -> parts.add("TABLESPACE " + name));
    return String.join(" ", parts);
  }
}
