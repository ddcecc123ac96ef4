package dev.varve.runtime.migrate;

/**
 * What identifies a migration within its module: version and name together, because two branches
 * may make a version in the same second.
 *
 * @param version a UTC timestamp of 14 digits, such as {@code 20261120153045}
 * @param name what changed, such as {@code create_users}
 */
public record MigrationId(String version, String name) implements Comparable<MigrationId> {
  private static final int VERSION_LENGTH = 14;
  private static final String SEPARATOR = "__";

  public MigrationId {
    if (!isVersion(version)) {
      throw new IllegalArgumentException(
          "A version is a UTC timestamp of 14 digits, not \"" + version + "\".");
    }
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "A migration's name cannot be \"" + name + "\": it is part of a file's name.");
    }
  }

  /** Reads {@code 20261120153045__create_users}. */
  public static MigrationId parse(String text) {
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("A migration is <version>__<name>, not \"" + text + "\".");
    }
    return new MigrationId(
        text.substring(0, separator), text.substring(separator + SEPARATOR.length()));
  }

  /** What {@link #parse} reads. */
  public String text() {
    return version + SEPARATOR + name;
  }

  /** The migration file's name. */
  public String fileName() {
    return "V" + text() + ".sql";
  }

  /** The undo file's name. */
  public String undoFileName() {
    return "U" + text() + ".sql";
  }

  /** The name of the undo script that sets aside what it would drop, of a soft migration. */
  public String asideFileName() {
    return "A" + text() + ".sql";
  }

  /** The name of the record of its changes. */
  public String recordFileName() {
    return "V" + text() + ".json";
  }

  /** Version order; the name decides between equal versions. */
  @Override
  public int compareTo(MigrationId other) {
    int order = version.compareTo(other.version);
    return order != 0 ? order : name.compareTo(other.name);
  }

  /** As messages name it: {@code V20261120153045__create_users}. */
  @Override
  public String toString() {
    return "V" + text();
  }

  private static boolean isVersion(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() == VERSION_LENGTH;
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == '\\' || Character.isISOControl(c)) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
