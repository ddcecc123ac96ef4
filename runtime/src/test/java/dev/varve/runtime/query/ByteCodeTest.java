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

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
