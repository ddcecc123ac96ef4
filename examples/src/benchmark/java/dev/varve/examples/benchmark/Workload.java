package dev.varve.examples.benchmark;

import dev.varve.runtime.Catalogue;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.script.Checksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The same small migrations in the shape that each tool reads, in a jar. */
final class Workload {
  private Workload() {}

  static String module(int migrations) {
    return "benchmark.m" + migrations;
  }

  static void write(Path jar, int... sizes) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (int migrations : sizes) {
        write(out, migrations);
      }
      put(
          out,
          "META-INF/services/" + Catalogue.class.getName(),
          BenchmarkCatalogue.class.getName());
    }
  }

  private static void write(JarOutputStream out, int migrations) throws IOException {
    String folder = "m" + migrations;
    // Liquibase and Flyway find a folder by its own entry.
    folder(out, "liquibase/" + folder + "/sql/");
    folder(out, "flyway/" + folder + "/");
    List<MigrationIndex.Entry> entries = new ArrayList<>();
    StringBuilder loop = new StringBuilder();
    for (int i = 1; i <= migrations; i++) {
      String sql = "CREATE TABLE t_" + i + " (id bigint PRIMARY KEY, name text NOT NULL);\n";
      MigrationId id =
          new MigrationId(String.format(Locale.ROOT, "20260101%06d", i), "create_t_" + i);
      String checksum = Checksum.of(sql);
      entries.add(new MigrationIndex.Entry(id, checksum, List.of(), false, false));
      loop.append(id.text()).append(' ').append(checksum).append('\n');
      put(out, "META-INF/varve/" + module(migrations) + "/" + id.fileName(), sql);
      put(out, "loop/" + folder + "/" + id.text() + ".sql", sql);
      put(out, "flyway/" + folder + "/" + id.fileName(), sql);
      put(
          out,
          "liquibase/" + folder + "/sql/" + id.text() + ".sql",
          "--liquibase formatted sql\n--changeset benchmark:" + i + "\n" + sql);
    }
    put(
        out,
        "META-INF/varve/" + module(migrations) + "/index.json",
        MigrationIndex.of(module(migrations), Optional.empty(), entries)
            .toJson()
            .pretty());
    put(out, "loop/" + folder + "/index.txt", loop.toString());
    put(out, "liquibase/" + folder + "/changelog.xml", """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <includeAll path="liquibase/%s/sql/"/>
        </databaseChangeLog>
        """.formatted(folder));
  }

  private static void folder(JarOutputStream out, String name) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.closeEntry();
  }

  private static void put(JarOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
