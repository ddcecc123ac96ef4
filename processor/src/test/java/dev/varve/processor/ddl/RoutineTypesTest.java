package dev.varve.processor.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineTypesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          touch() | touch()
          twice(integer) | twice(integer)
          twice(n integer) | twice(integer)
          billing.sum(a double precision, b timestamp with time zone) | billing.sum(double precision, timestamp with time zone)
          most(character varying, numeric) | most(character varying, numeric)
          tidy(INOUT gone integer, OUT left integer) | tidy(integer)
          any_of(VARIADIC "the values" text[]) | any_of(text[])
          paint(color public.color, "Odd" "Weird") | paint(public.color, "Weird")
          """)
  void namesAndModesGo(String routine, String types) {
    assertEquals(types, RoutineTypes.of(routine));
  }
}
