package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.Golden;
import dev.varve.processor.testing.TestProject;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each annotation of ours on each place where Java lets it stand: it means something there, for the
 * reason that {@code annotation-places.txt} gives, or is a compile error that names it.
 */
class PlacesTest {
  private static final Path MEANINGFUL = Golden.resources().resolve("annotation-places.txt");

  /** How each annotation is written; {@code #} is a name that nothing else has. */
  private static final Map<String, String> SAMPLES = Map.ofEntries(
      Map.entry("AllowRewrite", "(\"few rows\")"),
      Map.entry("AsOf", "(\"20261121101500__fill\")"),
      Map.entry("Backfill", "(\"'x'\")"),
      Map.entry("Check", "(\"1 > 0\")"),
      Map.entry("Collation", "(\"C\")"),
      Map.entry("Comment", "(\"What it is.\")"),
      Map.entry("CompositeType", ""),
      Map.entry("Compression", "(CompressionMethod.PGLZ)"),
      Map.entry("Default", "(\"'1'\")"),
      Map.entry("Domain", "(name = \"#\", type = \"text\")"),
      Map.entry("Dropped", "(\"#\")"),
      Map.entry("Exclude", "(\"name WITH =\")"),
      Map.entry("Extension", "(name = \"#\")"),
      Map.entry("ForeignKey", "(columns = \"id\", references = Target.class)"),
      Map.entry("Generated", "(\"1 + 1\")"),
      Map.entry("Grant", "(value = \"SELECT\", to = \"PUBLIC\")"),
      Map.entry("Identity", ""),
      Map.entry("Index", ""),
      Map.entry("Json", ""),
      Map.entry("Keyless", ""),
      Map.entry("MaterializedView", "(select = \"SELECT id FROM target\", name = \"#\")"),
      Map.entry("Migration", "(\"20261121101500__fill\")"),
      Map.entry("NamedEnum", "(name = \"#\")"),
      Map.entry("Partition", "(name = \"#\", modulus = 1)"),
      Map.entry("Partitioned", "(by = Partitioned.By.HASH, on = \"id\")"),
      Map.entry("Policy", "(name = \"#\", using = \"true\")"),
      Map.entry("Prefix", "(\"x_\")"),
      Map.entry("PrimaryKey", "(columns = \"id\")"),
      Map.entry("Projection", ""),
      Map.entry("References", "(Target.class)"),
      Map.entry("RenamedFrom", "(\"#\")"),
      Map.entry("Role", "(name = \"#\")"),
      Map.entry("Routine", "(\"CREATE FUNCTION #() RETURNS integer LANGUAGE sql AS 'SELECT 1'\")"),
      Map.entry("RowSecurity", ""),
      Map.entry("Sensitive", ""),
      Map.entry("Sequence", "(name = \"#\")"),
      Map.entry("Serial", ""),
      Map.entry("Storage", "(StorageMode.EXTERNAL)"),
      Map.entry("Tablespace", "(\"pg_default\")"),
      Map.entry(
          "Trigger",
          "(name = \"t\", timing = Trigger.Timing.BEFORE, on = Trigger.Event.UPDATE, execute = \"f()\")"),
      Map.entry("Unique", ""),
      Map.entry("Unlogged", ""),
      Map.entry("Using", "(\"'x'\")"),
      Map.entry("View", "(select = \"SELECT id FROM target\", name = \"#\")"),
      Map.entry("With", "(\"fillfactor=70\")"));

  /** Where a type's annotation stands: {@code @} is the annotation, {@code #} the type. */
  private static final Map<String, String> TYPES = places(
      "a table", "@ @Table public record #(@Id long id, String name) {}",
      "a view", "@ @View(select = \"SELECT id FROM target\") public record #(long id) {}",
      "a materialized view",
          "@ @MaterializedView(select = \"SELECT id FROM target\") public record #(long id) {}",
      "a domain",
          "@ @Domain public record #(String value) { @Table(name = \"of #\") record User(@Id long id, # of) {} }",
      "a composite type",
          "@ @CompositeType public record #(String a) { @Table(name = \"of #\") record User(@Id long id, # of) {} }",
      "an embedded record",
          "@ @Embeddable public record #(String a) { @Table(name = \"of #\") record User(@Id long id, # of) {} }",
      "a projection", "@ @Projection public record #(long id) {}",
      "any record", "@ public record #(long id) {}",
      "an enum",
          "@ public enum # { ONE; @Table(name = \"of #\") record User(@Id long id, # of) {} }",
      "an enum as text",
          "@ public enum # { ONE;"
              + " @Table(name = \"of #\") record User(@Id long id, @Enumerated(EnumType.STRING) # of) {} }",
      "a class", "@ public class # {}",
      "an interface", "@ public interface # {}");

  private static final Map<String, String> MEMBERS = places(
      "a text of a table", "@Table public record #(@Id long id, @ String a) {}",
      "a number of a table", "@Table public record #(@Id long id, @ int a) {}",
      "a list of a table", "@Table public record #(@Id long id, @ List<String> a) {}",
      "an enum of a table",
          "@Table public record #(@Id long id, @ Mood# a) { enum Mood# { GOOD } }",
      "a record embedded in a table",
          "@Table public record #(@Id long id, @ Part# a) { @Embeddable record Part#(String a) {} }",
      "a composite value of a table",
          "@Table public record #(@Id long id, @ Part# a) { @CompositeType record Part#(String a) {} }",
      "a component of a view",
          "@View(select = \"SELECT id FROM target\") public record #(@ long id) {}",
      "a component of a materialized view",
          "@MaterializedView(select = \"SELECT id FROM target\") public record #(@ long id) {}",
      "the value of a domain",
          "@Domain public record #(@ String value) { @Table(name = \"of #\") record User(@Id long id, # of) {} }",
      "an attribute of a composite type",
          "@CompositeType public record #(@ String a) { @Table(name = \"of #\") record User(@Id long id, # of) {} }",
      "a component of an embedded record",
          "@Embeddable public record #(@ String a) { @Table(name = \"of #\") record User(@Id long id, # of) {} }",
      "a component of a projection", "@Projection public record #(@ long id) {}",
      "a component of any record", "public record #(@ long id) {}",
      "a constant of an enum",
          "public enum # { @ ONE; @Table(name = \"of #\") record User(@Id long id, # of) {} }",
      "a static field of a table", "@Table public record #(@Id long id) { @ static int a; }",
      "an accessor of a table",
          "@Table public record #(@Id long id, int a) { @ public int a() { return a; } }",
      "a method of a table", "@Table public record #(@Id long id) { @ int a() { return 1; } }",
      "a field of a class", "public class # { @ int a; }");

  private static final String HEAD = """
      package cases;
      import dev.varve.annotations.*;
      import jakarta.persistence.Embeddable;
      import jakarta.persistence.EnumType;
      import jakarta.persistence.Enumerated;
      import jakarta.persistence.Id;
      import jakarta.persistence.Table;
      import java.util.List;
      """;

  private record Case(String annotation, String place, String source) {}

  private static Map<String, String> places(String... texts) {
    Map<String, String> places = new LinkedHashMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      places.put(texts[i], texts[i + 1]);
    }
    return places;
  }

  @Test
  void eachAnnotationMeansSomethingOrIsRefused() throws Exception {
    Map<String, Case> cases = cases();
    Map<String, Case> silent = new TreeMap<>(cases);
    Set<String> others = new TreeSet<>();
    boolean more = true;
    // Some errors show only where there are no others.
    while (more) {
      Map<String, String> errors = errors(silent);
      errors.forEach((name, text) -> {
        Case found = silent.remove(name);
        if (!text.contains("@" + found.annotation())) {
          others.add("@" + found.annotation() + " on " + found.place() + ", refused in other"
              + " words: " + text.replaceAll("(?s)].*", "]"));
        }
      });
      more = !errors.isEmpty();
    }
    Map<String, Set<String>> found = new TreeMap<>();
    silent
        .values()
        .forEach(left -> found
            .computeIfAbsent("@" + left.annotation(), annotation -> new TreeSet<>())
            .add(left.place()));
    List<String> lines = new ArrayList<>(meaningful(found));
    lines.addAll(others);
    Golden.check(MEANINGFUL, String.join("\n", lines) + "\n");
  }

  /** As the file has it, with the reasons that it gives. */
  private static List<String> meaningful(Map<String, Set<String>> found) throws IOException {
    Map<String, String> reasons = listed().stream()
        .map(line -> line.split(": | \\(", 3))
        .filter(parts -> parts.length == 3)
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    return found.entrySet().stream()
        .map(entry -> entry.getKey()
            + ": "
            + reasons.getOrDefault(entry.getKey(), "NO REASON")
            + " ("
            + String.join(", ", entry.getValue())
            + ")")
        .toList();
  }

  private static List<String> listed() throws IOException {
    return Files.exists(MEANINGFUL) ? Files.readAllLines(MEANINGFUL) : List.of();
  }

  private static Map<String, Case> cases() throws Exception {
    Map<String, Case> cases = new TreeMap<>();
    for (Class<? extends Annotation> annotation : annotations()) {
      String simple = annotation.getSimpleName();
      String sample = Optional.ofNullable(SAMPLES.get(simple))
          .orElseThrow(() -> new AssertionError("@" + simple + " is new: how is it written?"));
      Set<ElementType> targets = Set.of(annotation.getAnnotation(Target.class).value());
      Map<String, String> places = new LinkedHashMap<>();
      if (targets.contains(ElementType.TYPE)) {
        places.putAll(TYPES);
      }
      if (targets.contains(ElementType.FIELD)) {
        places.putAll(MEMBERS);
      }
      for (Map.Entry<String, String> place : places.entrySet()) {
        // What makes it such a place is there already.
        if (!place.getValue().contains("@" + simple)) {
          add(cases, simple, sample, place.getKey(), HEAD + place.getValue());
        }
      }
      if (targets.contains(ElementType.PACKAGE)) {
        add(cases, simple, sample, "a package", "@ package cases.#;");
      }
    }
    return cases;
  }

  private static void add(
      Map<String, Case> cases, String annotation, String sample, String place, String text) {
    String name = "Case%03d".formatted(cases.size());
    boolean inPackage = place.equals("a package");
    String written = "@dev.varve.annotations." + annotation + sample;
    String source = text.replaceAll("@(?= )", Matcher.quoteReplacement(written))
        .replace("#", inPackage ? name.toLowerCase(Locale.ROOT) : name);
    cases.put(name, new Case(annotation, place, source));
  }

  /** All of the module, so that none is forgotten. */
  private static List<Class<? extends Annotation>> annotations() throws Exception {
    Path sources =
        Path.of("..", "annotations", "src", "main", "java", "dev", "varve", "annotations");
    List<Class<? extends Annotation>> annotations = new ArrayList<>();
    for (Path file : TestProject.files(sources, ".java")) {
      String name = file.getFileName().toString().replace(".java", "");
      if (!name.contains("-")) {
        Class<?> type = Class.forName("dev.varve.annotations." + name);
        if (type.isAnnotation()) {
          annotations.add(type.asSubclass(Annotation.class));
        }
      }
    }
    return annotations;
  }

  /** The first error of each case that has one. */
  private static Map<String, String> errors(Map<String, Case> cases) {
    Map<String, String> errors = new TreeMap<>();
    try (TestProject project = new TestProject(Compiler.JAVAC)) {
      Map<String, String> sources = new TreeMap<>();
      sources.put("cases/Target.java", HEAD + "@Table public record Target(@Id long id) {}");
      cases.forEach((name, text) -> sources.put(
          text.place().equals("a package")
              ? "cases/" + name.toLowerCase(Locale.ROOT) + "/package-info.java"
              : "cases/" + name + ".java",
          text.source()));
      TestProject.Result result = project.withSources(sources).compile("-Xmaxerrs", "10000");
      for (int i = 0; i < result.messages().size(); i++) {
        String message = result.messages().get(i);
        if (!result.places().get(i).startsWith("ERROR")) {
          continue;
        }
        List<String> about = Pattern.compile("(?i)case\\d{3}")
            .matcher(message)
            .results()
            .map(match -> "C" + match.group().substring(1).toLowerCase(Locale.ROOT))
            .filter(cases::containsKey)
            .limit(1)
            .toList();
        assertEquals(1, about.size(), message);
        errors.merge(about.get(0), message, (one, other) -> one + "\n" + other);
      }
      assertEquals(errors.isEmpty(), result.success(), () -> result.messages().toString());
    }
    return errors;
  }
}
