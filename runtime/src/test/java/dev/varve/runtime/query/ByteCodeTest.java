package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The compiled runtime calls nothing that looks classes or members up by their names. */
class ByteCodeTest {
  @Test
  void theRuntimeUsesNoReflection() throws Exception {
    List<Path> classes = ByteCode.classes(home(Database.class));

    assertTrue(classes.size() > 50, "classes were read: " + classes.size());
    assertEquals(List.of(), ByteCode.reflection(classes));
  }

  @Test
  void theTestSeesReflectionWhereItIs() throws Exception {
    List<Path> classes = ByteCode.classes(home(ByteCodeTest.class)).stream()
        .filter(file -> file.endsWith("RecordingDataSource.class"))
        .toList();

    assertFalse(ByteCode.reflection(classes).isEmpty());
  }

  @Test
  void theRuntimeHoldsNoMonitor() throws Exception {
    assertEquals(List.of(), ByteCode.monitors(ByteCode.classes(home(Database.class))));
  }

  @Test
  void theTestSeesMonitorsWhereTheyAre() throws Exception {
    List<Path> classes = ByteCode.classes(home(ByteCodeTest.class)).stream()
        .filter(file -> file.getFileName().toString().equals("ByteCodeTest$Monitors.class"))
        .toList();

    assertEquals(
        List.of(
            "ByteCodeTest$Monitors.class: block has a synchronized block",
            "ByteCodeTest$Monitors.class: method is synchronized"),
        ByteCode.monitors(classes).stream().sorted().toList());
  }

  static final class Monitors {
    private int count;

    synchronized void method() {
      count++;
    }

    int block(int number) {
      switch (number) {
        case 1, 2, 3 -> count = 0xc2c2;
        case 1000 -> count = -1;
        default -> count = number;
      }
      synchronized (this) {
        return count;
      }
    }

    int neither() {
      return count == 0xc2 ? 0xc2c2 : 1;
    }
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
