package dev.varve.processor.pull;

import dev.varve.processor.read.Naming;
import dev.varve.runtime.schema.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The records and enums that there are already, by the names of what they stand for.
 *
 * @param types the full names of the classes
 * @param names of components by column
 */
record Existing(Map<QualifiedName, String> types, Map<QualifiedName, Map<String, String>> names) {
  static final Existing NONE = new Existing(Map.of(), Map.of());

  private static final List<String> STATING = List.of(
      Components.JAKARTA + "Table",
      Components.OURS + "View",
      Components.OURS + "MaterializedView",
      Components.OURS + "CompositeType",
      Components.OURS + "Domain");

  /** Looks through the folders of these packages. */
  static Existing read(Path out, Collection<String> packages) throws IOException {
    Map<QualifiedName, String> types = new TreeMap<>();
    Map<QualifiedName, Map<String, String>> names = new TreeMap<>();
    for (String packageName : packages) {
      Path folder = out.resolve(packageName.replace('.', '/'));
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file :
              files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
            read(Files.readString(file), types, names);
          }
        }
      }
    }
    return new Existing(types, names);
  }

  private static void read(
      String text,
      Map<QualifiedName, String> types,
      Map<QualifiedName, Map<String, String>> names) {
    boolean ours = text.contains("dev.varve.") || text.contains("jakarta.persistence");
    if (!ours && !text.contains("enum ")) {
      return;
    }
    SourceFile source = SourceFile.parse(text);
    if (source.type().isEmpty()) {
      return;
    }
    String simple = source.type().get().getSimpleName().toString();
    String full = source.packageName().map(name -> name + ".").orElse("") + simple;
    if (source.isEnum()) {
      SourceFile.Stated stated = source
          .stated(Components.OURS + "NamedEnum")
          .orElseGet(() -> new SourceFile.Stated(Optional.empty(), Naming.words(simple)));
      if (stated.isValid()) {
        types.putIfAbsent(stated.name(), full);
      }
      return;
    }
    for (String annotation : STATING) {
      source.stated(annotation).filter(SourceFile.Stated::isValid).ifPresent(stated -> {
        Map<String, String> components = new HashMap<>();
        source.members().forEach(member -> components.put(member.column(), member.name()));
        types.putIfAbsent(stated.name(), full);
        names.putIfAbsent(stated.name(), components);
      });
    }
  }

  Map<String, String> components(QualifiedName name) {
    return names.getOrDefault(name, Map.of());
  }
}
