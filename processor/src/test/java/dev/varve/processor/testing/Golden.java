package dev.varve.processor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected text in files: compared, or written anew with {@code -Dgolden.update=true}. */
public final class Golden {
  private Golden() {}

  /** Whether expected texts are written rather than compared. */
  public static boolean update() {
    return Boolean.getBoolean("golden.update");
  }

  /** The text is what the file says. */
  public static void check(Path file, String text) {
    try {
      if (update()) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      } else {
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertEquals(expected, text, () -> file + " (run with -Dgolden.update=true to accept)");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Migration versions depend on the clock: {@code V20261120153045} becomes {@code V1}. */
  public static String withoutVersions(String text, java.util.List<String> versions) {
    String out = text;
    for (int i = 0; i < versions.size(); i++) {
      out = out.replace(versions.get(i), Integer.toString(i + 1));
    }
    return out;
  }

  /** The folder of the test resources in the source tree. */
  public static Path resources() {
    return Path.of("src/test/resources").toAbsolutePath();
  }
}
