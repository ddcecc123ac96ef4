package dev.varve.processor.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Finds {@code META-INF/varve/<module>/<file>} in a class output, a jar, a web archive, or a jar
 * that holds the application's jars.
 */
final class PackedFiles {
  private static final Pattern PACKED = Pattern.compile(
      "(?:BOOT-INF/classes/|WEB-INF/classes/)?" + PackedMigrations.FOLDER + "/([^/]+/[^/]+)");

  private static final Pattern LIBRARY = Pattern.compile("(?:BOOT|WEB)-INF/lib/[^/]+\\.jar");

  private final Map<String, byte[]> found = new TreeMap<>();

  private PackedFiles() {}

  /** The files by module and name, such as {@code shop/index.json}. */
  static Map<String, byte[]> read(Path place) {
    PackedFiles files = new PackedFiles();
    try {
      if (Files.isDirectory(place)) {
        files.folder(place);
      } else {
        files.jar(place);
      }
    } catch (ZipException | IllegalArgumentException damaged) {
      throw Failure.of(place + " is not a jar that can be read: " + damaged.getMessage() + ".");
    } catch (IOException unreadable) {
      throw Failure.of(place + " cannot be read: " + unreadable + ".");
    }
    return files.found;
  }

  private void folder(Path place) throws IOException {
    try (Stream<Path> walk = Files.walk(place.resolve(PackedMigrations.FOLDER), 2)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        add(place.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private void jar(Path place) throws IOException {
    try (ZipFile zip = new ZipFile(place.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (PACKED.matcher(entry.getName()).matches()) {
          add(entry.getName(), zip.getInputStream(entry).readAllBytes());
        } else if (LIBRARY.matcher(entry.getName()).matches()) {
          library(zip.getInputStream(entry));
        }
      }
    }
  }

  private void library(InputStream jar) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(jar)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (PACKED.matcher(entry.getName()).matches()) {
          add(entry.getName(), zip.readAllBytes());
        }
      }
    }
  }

  private void add(String name, byte[] bytes) {
    Matcher packed = PACKED.matcher(name);
    if (packed.matches()) {
      found.put(packed.group(1), bytes);
    }
  }
}
