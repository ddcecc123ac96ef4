package dev.varve.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Imports run one way: who may know whom, package by package, in the modules that ship. */
class LayeringTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern MENTION =
      Pattern.compile("\\b(dev\\.varve\\.[a-z.]*[a-z])\\.(?:[A-Z*])");
  private static final Pattern JAVA =
      Pattern.compile("^import (?:static )?(javax?\\.[a-z.]*[a-z])\\.", Pattern.MULTILINE);

  private static final String R = "dev.varve.runtime";
  private static final String P = "dev.varve.processor";

  /** The packages of ours that each package may use, besides itself. */
  private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
      Map.entry("dev.varve.annotations", Set.of()),
      Map.entry(R + ".json", Set.of()),
      Map.entry(R + ".schema", Set.of(R + ".json")),
      Map.entry(R + ".diff", Set.of(R + ".json", R + ".schema")),
      Map.entry(R + ".catalog", Set.of(R + ".schema")),
      Map.entry(R + ".migrate.script", Set.of()),
      Map.entry(
          R + ".migrate",
          Set.of(
              R + ".json",
              R + ".schema",
              R + ".diff",
              R + ".catalog",
              R + ".verify",
              R + ".migrate.script")),
      Map.entry(R + ".verify", Set.of(R + ".json", R + ".schema", R + ".catalog")),
      Map.entry(R + ".value", Set.of()),
      Map.entry(R + ".query", Set.of(R + ".json", R + ".value")),
      Map.entry(R + ".fleet", Set.of(R + ".json", R + ".migrate")),
      Map.entry(R, Set.of(R + ".migrate", R + ".fleet", R + ".query", R + ".verify")),
      Map.entry(P + ".report", Set.of(R + ".schema")),
      Map.entry(P + ".select", Set.of(R + ".schema")),
      Map.entry(
          P + ".read",
          Set.of("dev.varve.annotations", P + ".report", P + ".select", R + ".schema")),
      Map.entry(P + ".check", Set.of(P + ".report", P + ".read", R + ".schema", R + ".diff")),
      Map.entry(P + ".lint", Set.of(P + ".report", R + ".schema", R + ".migrate.script")),
      Map.entry(P + ".plan", Set.of(R + ".schema", R + ".diff")),
      Map.entry(P + ".ddl", Set.of(P + ".plan", R + ".schema", R + ".diff")),
      Map.entry(
          P + ".file",
          Set.of(
              P + ".report",
              R + ".schema",
              R + ".diff",
              R + ".json",
              R + ".migrate",
              R + ".migrate.script")),
      Map.entry(
          P + ".squash",
          Set.of(
              P + ".plan",
              P + ".ddl",
              P + ".file",
              R + ".schema",
              R + ".diff",
              R + ".migrate",
              R + ".migrate.script")),
      Map.entry(P + ".queries", Set.of(P + ".read", R + ".schema", R + ".query", R + ".json")),
      Map.entry(
          P + ".pull",
          Set.of(
              P + ".report",
              P + ".read",
              P + ".select",
              P + ".file",
              R + ".schema",
              R + ".diff",
              R + ".catalog",
              R + ".migrate.script")),
      Map.entry(
          P + ".repair",
          Set.of(
              P + ".plan", P + ".ddl", R + ".schema", R + ".diff", R + ".catalog", R + ".verify")),
      Map.entry(
          P + ".tool",
          Set.of(
              P + ".pull",
              P + ".report",
              P + ".ddl",
              P + ".file",
              P + ".squash",
              P + ".repair",
              R,
              R + ".verify",
              R + ".json",
              R + ".schema",
              R + ".catalog",
              R + ".diff",
              R + ".migrate",
              R + ".migrate.script")),
      Map.entry(
          P,
          Set.of(
              "dev.varve.annotations",
              P + ".report",
              P + ".read",
              P + ".check",
              P + ".lint",
              P + ".plan",
              P + ".ddl",
              P + ".file",
              P + ".queries",
              R,
              R + ".schema",
              R + ".diff",
              R + ".migrate",
              R + ".migrate.script")));

  @Test
  void packagesUseOnlyWhatStandsBelowThem() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String self = packageOf(file);
      Set<String> allowed = MAY_USE.get(self);
      assertTrue(allowed != null, () -> "LayeringTest does not know the package " + self);
      Matcher mention = MENTION.matcher(withoutComments(Files.readString(file)));
      Set<String> used = new TreeSet<>();
      while (mention.find()) {
        used.add(mention.group(1));
      }
      used.remove(self);
      used.removeAll(allowed);
      used.forEach(other -> wrong.add(ROOT.relativize(file) + " uses " + other));
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void onlyThePackagesNextToTheCompilerKnowIt() throws IOException {
    assertEquals(
        List.of(),
        users(
            "javax.lang.model",
            Set.of(P, P + ".report", P + ".read", P + ".queries", P + ".pull")));
  }

  @Test
  void onlyThePackagesNextToTheServerKnowJdbc() throws IOException {
    assertEquals(
        List.of(),
        users(
            "java.sql",
            Set.of(
                R + ".catalog",
                R + ".migrate",
                R + ".query",
                R + ".verify",
                P + ".pull",
                P + ".tool")));
    assertEquals(
        List.of(), users("javax.sql", Set.of(R, R + ".fleet", R + ".migrate", R + ".query")));
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Path file : sources()) {
      Path info = file.resolveSibling("package-info.java");
      if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
        silent.add(packageOf(file));
      }
    }
    assertEquals(List.of(), silent);
  }

  private static List<String> users(String java, Set<String> allowed) throws IOException {
    List<String> users = new ArrayList<>();
    for (Path file : sources()) {
      Matcher imported = JAVA.matcher(Files.readString(file));
      while (imported.find()) {
        if (imported.group(1).startsWith(java) && !allowed.contains(packageOf(file))) {
          users.add(ROOT.relativize(file) + " uses " + imported.group(1));
        }
      }
    }
    return users;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("annotations", "runtime", "processor")) {
      try (Stream<Path> walk = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        walk.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    assertTrue(sources.size() > 100, "the sources were found");
    return sources;
  }

  private static String packageOf(Path file) {
    String path = file.getParent().toString().replace('\\', '/');
    return path.substring(path.indexOf("src/main/java/") + "src/main/java/".length())
        .replace('/', '.');
  }

  /** Comments and messages may speak of anyone. */
  private static String withoutComments(String source) {
    return source
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("(?m)//.*$", "")
        .replaceAll("\"(?:[^\"\\\\\n]|\\\\.)*\"", "");
  }
}
