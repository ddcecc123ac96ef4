package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names that have broken other people's tools, each given out once. */
final class RandomNames {
  private static final List<String> AWKWARD = List.of(
      "id",
      "name",
      "user",
      "order",
      "select",
      "table",
      "date",
      "year",
      "value",
      "zone",
      "length",
      "e",
      "Email",
      "UPPER",
      "with space",
      "a.b",
      "quo\"te",
      "it's",
      "--",
      "/*",
      "$$",
      "semi;colon",
      "back\\slash",
      "what?",
      "{}",
      ":named",
      "line\nbreak",
      "1st",
      "größe",
      "名前",
      "😀",
      "n".repeat(63),
      "名".repeat(21));

  private final Random random;
  private final Set<String> taken = new HashSet<>();

  RandomNames(Random random) {
    this.random = random;
  }

  void take(Name name) {
    taken.add(name.value());
  }

  Name fresh() {
    while (true) {
      String awkward = AWKWARD.get(random.nextInt(AWKWARD.size()));
      String value = switch (random.nextInt(4)) {
        case 0 -> awkward;
        case 1 -> awkward + "_" + random.nextInt(100);
        default -> "n" + random.nextInt(10_000);
      };
      if (Name.isValid(value) && taken.add(value)) {
        return new Name(value);
      }
    }
  }
}
