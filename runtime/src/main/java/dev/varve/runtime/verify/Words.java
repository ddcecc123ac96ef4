package dev.varve.runtime.verify;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of SQL that may be names, as the catalogue has them. */
final class Words {
  static final Pattern WORD = Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\w$]*");

  private Words() {}

  /** In their order. */
  static Set<String> of(String sql) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(sql);
    while (matcher.find()) {
      words.add(word(matcher.group()));
    }
    return words;
  }

  /** The name that is written like that. */
  static String word(String text) {
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text.toLowerCase(Locale.ROOT);
  }
}
