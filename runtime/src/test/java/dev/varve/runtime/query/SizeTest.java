package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The jar is part of every application; what this package adds to it has a budget. */
class SizeTest {
  private static final int BUDGET = 376_000;

  @Test
  void thePackageStaysWithinItsBudget() throws Exception {
    Path home = Path.of(
        Database.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Path> classes = ByteCode.classes(home.resolve("dev/varve/runtime/query"));
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      for (Path file : classes) {
        zip.putNextEntry(new ZipEntry(home.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
      }
    }

    assertTrue(classes.size() > 100, "classes: " + classes.size());
    assertTrue(jar.size() <= BUDGET, "bytes: " + jar.size());
  }
}
