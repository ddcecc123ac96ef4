package dev.varve.examples.learningcards;

import dev.varve.examples.learningcards.content.CardDraft;
import java.util.List;
import java.util.stream.IntStream;

/** A deck's worth of vocabulary: the French words for 1 to 1000. */
final class FrenchNumbers {
  private static final List<String> SMALL = List.of(
      "",
      "un",
      "deux",
      "trois",
      "quatre",
      "cinq",
      "six",
      "sept",
      "huit",
      "neuf",
      "dix",
      "onze",
      "douze",
      "treize",
      "quatorze",
      "quinze",
      "seize",
      "dix-sept",
      "dix-huit",
      "dix-neuf");
  private static final List<String> TENS =
      List.of("", "", "vingt", "trente", "quarante", "cinquante", "soixante");

  private FrenchNumbers() {}

  static List<CardDraft> cards() {
    return IntStream.rangeClosed(1, 1000)
        .mapToObj(number -> new CardDraft(String.valueOf(number), words(number)))
        .toList();
  }

  static String words(int number) {
    if (number == 1000) {
      return "mille";
    }
    int hundreds = number / 100;
    int rest = number % 100;
    if (hundreds == 0) {
      return belowHundred(rest);
    }
    String cent = hundreds == 1 ? "cent" : SMALL.get(hundreds) + " cent";
    return rest == 0 ? cent + (hundreds == 1 ? "" : "s") : cent + " " + belowHundred(rest);
  }

  private static String belowHundred(int number) {
    if (number < 20) {
      return SMALL.get(number);
    }
    if (number == 80) {
      return "quatre-vingts";
    }
    if (number > 80) {
      return "quatre-vingt-" + SMALL.get(number - 80);
    }
    // 70 to 79 count on from sixty.
    int tens = Math.min(number / 10, 6);
    int ones = number - 10 * tens;
    String ten = TENS.get(tens);
    return switch (ones) {
      case 0 -> ten;
      case 1, 11 -> ten + " et " + SMALL.get(ones);
      default -> ten + "-" + SMALL.get(ones);
    };
  }
}
