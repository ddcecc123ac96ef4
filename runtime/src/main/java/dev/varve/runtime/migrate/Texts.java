package dev.varve.runtime.migrate;

import java.time.Duration;
import java.util.List;

/** Parts of messages. */
final class Texts {
  private static final int CHECKSUM_LENGTH = 11;

  private Texts() {}

  static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** {@code v1:} and eight digits. */
  static String shortened(String checksum) {
    return checksum.length() <= CHECKSUM_LENGTH
        ? checksum
        : checksum.substring(0, CHECKSUM_LENGTH) + "…";
  }

  /** Names all but the first. */
  static String andMore(List<MigrationId> migrations) {
    if (migrations.size() == 1) {
      return "";
    }
    StringBuilder text = new StringBuilder(" The same holds for ");
    for (int i = 1; i < migrations.size(); i++) {
      text.append(i == 1 ? "" : ", ").append(migrations.get(i));
    }
    return text.append('.').toString();
  }

  /** {@code 0.2 s}, {@code 12 s}. */
  static String seconds(Duration duration) {
    long tenths = duration.toMillis() / 100;
    return tenths % 10 == 0 || tenths >= 100
        ? tenths / 10 + " s"
        : tenths / 10 + "." + tenths % 10 + " s";
  }

  /** The text as a literal of SQL. */
  static String literal(String text) {
    String quoted = text.replace("'", "''");
    return quoted.indexOf('\\') < 0
        ? "'" + quoted + "'"
        : "E'" + quoted.replace("\\", "\\\\") + "'";
  }
}
