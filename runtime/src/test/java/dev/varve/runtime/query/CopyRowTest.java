package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CopyRowTest {
  /** There is no result; so a getter that asked it would fail. */
  @Test
  void everyGetterTakesTheField() throws IllegalAccessException {
    int getters = 0;
    for (Method getter : RowReader.class.getDeclaredMethods()) {
      boolean ofField = getter.getName().startsWith("get")
          && !Modifier.isPrivate(getter.getModifiers())
          // Asked only where the row is no text.
          && !getter.getName().equals("getArrayOrNull");
      if (ofField) {
        getters++;
        boolean nullable = getter.getName().endsWith("OrNull");
        try {
          Object value = getter.invoke(new CopyRow(Arrays.asList((String) null)), 1);
          assertTrue(nullable && value == null, getter.getName());
        } catch (InvocationTargetException e) {
          assertEquals(QueryException.class, e.getCause().getClass(), getter.getName());
          assertFalse(nullable, getter.getName());
        }
      }
    }
    assertTrue(getters > 25, "getters: " + getters);
  }

  @Test
  void fieldsOfALine() {
    byte[] line = "a\\tb\t\\N\t\t\\\\N\\r\\n\\b\\f\\v\n".getBytes(StandardCharsets.UTF_8);

    assertEquals(Arrays.asList("a\tb", null, "", "\\N\r\n\b\f\u000b"), CopyText.fields(line));
  }
}
