package dev.varve.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is written is read again, whatever it is. */
class JsonLawsTest {
  private static final String ODD = "[]{}\",:\\0-e.tn\u0001";

  @Property(tries = 500, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void anyValueComesBack(@ForAll long seed) {
    int times = Boolean.getBoolean("varve.test.full") ? 40 : 1;
    for (int i = 0; i < times; i++) {
      Json json = value(new Random(seed + i), 5);
      String compact = json.compact();
      String pretty = json.pretty();

      assertEquals(json, Json.parse(compact));
      assertEquals(json, Json.parse(pretty));
      assertFalse(compact.contains("\n"));
      // A file holds bytes: no half of a surrogate pair may stand in the text.
      assertEquals(
          pretty, new String(pretty.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
  }

  @Property(tries = 500, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void anyTextIsJsonOrAnErrorThatSaysWhere(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(value(random, 4).compact());
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int odd = random.nextInt(ODD.length());
      text.replace(
          at, Math.min(at + random.nextInt(2), text.length()), ODD.substring(odd, odd + 1));
    }
    try {
      Json json = Json.parse(text.toString());
      assertEquals(json, Json.parse(json.compact()));
    } catch (JsonException error) {
      assertEquals(true, error.getMessage().matches("(?s).* \\(line \\d+, column \\d+\\)\\."));
    }
  }

  private static Json value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> Json.NULL;
      case 1 -> Json.of(random.nextBoolean());
      case 2 -> Json.of(random.nextLong());
      case 3 -> Json.of(number(random));
      case 4 -> Json.of(string(random));
      case 5, 6 -> {
        Json.ObjectBuilder object = Json.object();
        for (int i = random.nextInt(5); i > 0; i--) {
          object.put(string(random), value(random, depth - 1));
        }
        yield object.build();
      }
      default -> {
        List<Json> elements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          elements.add(value(random, depth - 1));
        }
        yield Json.array(elements);
      }
    };
  }

  private static BigDecimal number(Random random) {
    BigInteger digits = new BigInteger(1 + random.nextInt(300), random);
    int scale = switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt(40) - 20;
      case 2 -> random.nextInt(2_000_000) - 1_000_000;
      default -> random.nextInt();
    };
    return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
  }

  private static String string(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(32));
        case 1 -> text.append((char) (0xD800 + random.nextInt(0x800)));
        case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
        case 3 -> text.append("\"\\/\u007f\u2028\u2029\ufeff\uffff".charAt(random.nextInt(8)));
        default -> text.append((char) random.nextInt(128));
      }
    }
    return text.toString();
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (String text : List.of(
        "",
        " ",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "-",
        "NaN",
        "'a'",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\t\"",
        "[1,]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":1,}",
        "{a:1}",
        "tru",
        "nulll",
        "[1]]",
        "\"\\u00é1\"",
        "1 2",
        "[".repeat(2_000))) {
      assertThrows(JsonException.class, () -> Json.parse(text), text);
    }
  }
}
