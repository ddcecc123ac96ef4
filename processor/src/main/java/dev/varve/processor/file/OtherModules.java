package dev.varve.processor.file;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaJson;
import dev.varve.runtime.schema.SchemaObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** What the jars on the class path have packed, of whose types a compilation makes use. */
public final class OtherModules {
  /** Nothing is known of others. */
  public static final OtherModules NONE = new OtherModules(Map.of());

  private final Map<String, Optional<Packed>> modules;

  private record Packed(Optional<MigrationId> newest, Schema schema) {}

  private OtherModules(Map<String, Optional<Packed>> modules) {
    this.modules = modules;
  }

  /**
   * Looks for the modules of these types: a module is named after the package that its tables are
   * in.
   *
   * @param own the module that is compiled, an older form of which may be on the class path, too
   */
  public static OtherModules of(Filer filer, String own, Collection<String> types) {
    Map<String, Optional<Packed>> found = new TreeMap<>(Map.of(own, Optional.empty()));
    for (String type : types) {
      int end = type.lastIndexOf('.');
      while (end > 0
          && found
              .computeIfAbsent(type.substring(0, end), module -> read(filer, module))
              .isEmpty()) {
        end = type.lastIndexOf('.', end - 1);
      }
    }
    return new OtherModules(found);
  }

  private static Optional<Packed> read(Filer filer, String module) {
    String folder = "META-INF/varve/" + module + "/";
    try {
      MigrationIndex index = MigrationIndex.fromJson(json(filer, folder + "index.json"));
      List<MigrationIndex.Entry> entries = index.migrations();
      return Optional.of(new Packed(
          entries.isEmpty()
              ? Optional.empty()
              : Optional.of(entries.get(entries.size() - 1).id()),
          SchemaJson.schema(json(filer, folder + "schema.json"))));
    } catch (IOException | JsonException | IllegalArgumentException none) {
      // Most packages are no module, and not every compiler lets the class path be read.
      return Optional.empty();
    }
  }

  private static Json json(Filer filer, String file) throws IOException {
    return Json.parse(filer
        .getResource(StandardLocation.CLASS_PATH, "", file)
        .getCharContent(true)
        .toString());
  }

  /** The version of each module's newest migration: what rests on it must be later. */
  public List<String> versions() {
    List<String> versions = new ArrayList<>();
    for (Optional<Packed> module : modules.values()) {
      module.flatMap(Packed::newest).map(MigrationId::version).ifPresent(versions::add);
    }
    return versions;
  }

  /** Whether it is one of them that makes the enum in the database. */
  public boolean has(EnumType type) {
    return modules.values().stream()
        .flatMap(Optional::stream)
        .flatMap(module -> module.schema().enums().stream())
        .anyMatch(other -> other.type().equals(type.type()));
  }

  /** The same of a domain or a composite type, if a record of theirs is one. */
  public boolean has(SchemaObject object) {
    return (object instanceof Domain || object instanceof CompositeType)
        && modules.values().stream()
            .flatMap(Optional::stream)
            .flatMap(module -> module.schema().objects().stream())
            .anyMatch(
                other -> other.source().equals(object.source()) && other.id().equals(object.id()));
  }
}
