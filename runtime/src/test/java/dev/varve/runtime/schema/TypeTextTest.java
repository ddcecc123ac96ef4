package dev.varve.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One type has many spellings, and a text that is none says so. */
class TypeTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          int                                   | integer
          INT8                                  | bigint
          Float                                 | double precision
          float(24)                             | real
          float4                                | real
          bool                                  | boolean
          decimal(10)                           | numeric(10, 0)
          dec(10,-2)                            | numeric(10, -2)
          character varying                     | varchar
          character varying ( 20 )              | varchar(20)
          char varying(20)                      | varchar(20)
          character                             | char(1)
          character(20)                         | char(20)
          bpchar                                | bpchar
          bpchar(4)                             | char(4)
          bit                                   | bit(1)
          bit varying(5)                        | varbit(5)
          time                                  | time
          time(3)                               | time(3)
          time (3) with time zone               | timetz(3)
          timestamp(0) without time zone        | timestamp(0)
          timestamp with time zone              | timestamptz
          interval  day to second (3)           | interval day to second(3)
          INTERVAL(2)                           | interval(2)
          INTERVAL YEAR                         | interval year
          pg_catalog.int8                       | bigint
          pg_catalog."timestamptz"              | timestamptz
          integer[]                             | integer[]
          integer[3][3]                         | integer[]
          integer ARRAY                         | integer[]
          varchar(3)[]                          | varchar(3)[]
          timestamp(3) with time zone[]         | timestamptz(3)[]
          citext                                | citext
          public.vector(3)                      | public.vector(3)
          geometry( Point, 4326 )[]             | geometry(Point,4326)[]
          "Odd ""name"                          | "Odd ""name"
          "My".Type                             | "My".type
          intervals                             | intervals
          """)
  void aSpellingIsOfOneType(String spelling, String type) {
    ColumnType parsed = TypeText.parse(spelling);
    assertEquals(type, parsed.sql());
    assertEquals(parsed, TypeText.parse(parsed.sql()));
    assertEquals(parsed, TypeJson.type(TypeJson.write(parsed)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          ()                    | "()" is not the name of a type
          text NOT NULL         | "text NOT NULL" is not the name of a type
          numeric(1,2,3)        | "numeric(1,2,3)" is not the name of a type
          varchar(many)         | "varchar(many)" is not the name of a type
          varchar(              | "varchar(" is not the name of a type
          "half                 | ""half" is not the name of a type
          a.b.c                 | "a.b.c" is not the name of a type
          .b                    | ".b" is not the name of a type
          text; DROP TABLE t    | "text; DROP TABLE t" is not the name of a type
          uuid(4)               | uuid takes nothing in parentheses
          float(60)             | float takes 1 to 53 bits
          char(0)               | char takes a size of 1 to 10485760
          timestamp(7)          | timestamp takes a size of 0 to 6
          interval day(3)       | interval takes fields such as day to second, and 0 to 6 digits behind a second
          interval day to year  | interval takes fields such as day to second, and 0 to 6 digits behind a second
          bigserial             | `bigserial is not a type, but an integer with a sequence, as @GeneratedValue makes one`
          """)
  void whatIsNoTypeSaysSo(String spelling, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> TypeText.parse(spelling))
            .getMessage());
  }

  @Test
  void aNameOfTheDatabaseIsNoBuiltInTypeInJson() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TypeJson.type(dev.varve.runtime.json.Json.of("no_such_type")));
  }
}
