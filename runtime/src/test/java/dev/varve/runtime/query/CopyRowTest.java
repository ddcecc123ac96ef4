package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CopyRowTest {
  /** A getter that takes the value from the result would find none. */
  @Test
  void everyGetterOfAnElementaryValueIsOverridden() {
    Set<String> own = Arrays.stream(CopyRow.class.getDeclaredMethods())
        .map(Method::getName)
        .collect(Collectors.toSet());
    List<String> missing = Arrays.stream(RowReader.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getName().startsWith("get"))
        .filter(method -> method.getReturnType().isPrimitive()
            || method.getReturnType() == String.class
            || method.getName().endsWith("OrNull"))
        .map(Method::getName)
        .filter(name -> !own.contains(name))
        .sorted()
        .toList();

    assertEquals(List.of(), missing);
  }

  @Test
  void fieldsOfALine() {
    byte[] line = "a\\tb\t\\N\t\t\\\\N\\r\\n\\b\\f\\v\n".getBytes(StandardCharsets.UTF_8);

    assertEquals(Arrays.asList("a\tb", null, "", "\\N\r\n\b\f\u000b"), CopyText.fields(line));
  }
}
