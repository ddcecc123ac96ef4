package dev.varve.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          date > '2020-01-01'::date                  | day > '2020-01-01'::date
          date > DATE '2020-01-01'                   | day > DATE '2020-01-01'
          "date" = Date                              | day = day
          date(date) = CAST(date AS date)            | date(day) = CAST(day AS date)
          date::pg_catalog.date = users.date         | day::pg_catalog.date = users.day
          date.other = (date).date                   | date.other = (day).date
          extract(date FROM date) > 0                | extract(date FROM day) > 0
          date <> 'date' AND date <> E'\\'date'      | day <> 'date' AND day <> E'\\'date'
          date <> $$date$$ OR date <> $q$date$$q$    | day <> $$date$$ OR day <> $q$date$$q$
          date /* date /* date */ */ > date          | day /* date /* date */ */ > day
          dates + date1 + _date + 1date > date$      | dates + date1 + _date + 1date > date$
          f(date => date) = f(date)                  | f(date => day) = f(day)
          date COLLATE date IS NOT NULL              | day COLLATE date IS NOT NULL
          "Date" = "da""te" AND U&'date' = date      | "Date" = "da""te" AND U&'date' = day
          """)
  void onlyWhatNamesTheColumnIsRenamed(String before, String after) {
    assertEquals(after, Expressions.withColumnRenamed(before, new Name("date"), new Name("day")));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          a AT TIME ZONE 'UTC' > now()               | zone   | a AT TIME ZONE 'UTC' > now()
          at AT TIME ZONE zone > now()               | zone   | at AT TIME ZONE x > now()
          at AT TIME ZONE 'UTC' > now()              | at     | x AT TIME ZONE 'UTC' > now()
          a > now() - interval '1' year              | year   | a > now() - interval '1' year
          year::timestamp with time zone > 'a'       | year   | x::timestamp with time zone > 'a'
          Größe > 0 AND größe > 0                    | größe  | Größe > 0 AND x > 0
          1e5 > e5                                   | e5     | 1e5 > x
          "order" > 0 ORDER                          | order  | x > 0 ORDER
          """)
  void wordsOfTheLanguageAreNoColumns(String before, String name, String after) {
    // PostgreSQL folds only ASCII: the bare word Größe is größe.
    assertEquals(
        after.replace("Größe", name.equals("größe") ? "x" : "Größe"),
        Expressions.withColumnRenamed(before, new Name(name), new Name("x")));
  }
}
