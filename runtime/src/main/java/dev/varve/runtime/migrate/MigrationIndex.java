package dev.varve.runtime.migrate;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What {@code index.json} says: the packed migrations of one module, so that none of their files is
 * opened unless it must be applied. The processor writes it, the applier reads it.
 *
 * @param digest stands for all migrations together, see {@link #digest}; the database keeps the
 *     digest of what it has applied, and equal digests end the start-up check
 * @param folder where the source files are, relative to the class output; used in development, to
 *     notice that the files have changed since they were packed
 * @param migrations in version order
 * @param bridges from earlier forms of soft migrations, which a database may have run
 */
public record MigrationIndex(
    String module,
    String digest,
    Optional<String> folder,
    List<Entry> migrations,
    List<Bridge> bridges) {
  private static final long FORMAT = 1;
  private static final String DIGEST = "\"digest\":";

  public MigrationIndex {
    migrations = List.copyOf(migrations);
    bridges = List.copyOf(bridges);
    for (int i = 1; i < migrations.size(); i++) {
      if (migrations.get(i - 1).id().compareTo(migrations.get(i).id()) >= 0) {
        throw new IllegalArgumentException("Migrations are listed once and in version order, but "
            + migrations.get(i).id()
            + " follows "
            + migrations.get(i - 1).id()
            + ".");
      }
    }
    if (!digest.equals(digest(migrations))) {
      throw new IllegalArgumentException("The digest is not that of the migrations.");
    }
  }

  /**
   * One migration.
   *
   * @param checksum of the migration's script, see {@code Checksum}
   * @param after the heads of the history that it was built on
   * @param generated whether the processor wrote it, rather than a person
   * @param undo whether there is an undo script
   * @param soft whether version control did not have it yet: it may still be rewritten
   * @param replaces the migrations that it makes into one: a database that has all of them has it
   */
  public record Entry(
      MigrationId id,
      String checksum,
      List<MigrationId> after,
      boolean generated,
      boolean undo,
      boolean soft,
      List<Replaced> replaces) {
    public Entry {
      after = List.copyOf(after);
      replaces = List.copyOf(replaces);
    }

    /** One that replaces none. */
    public Entry(
        MigrationId id,
        String checksum,
        List<MigrationId> after,
        boolean generated,
        boolean undo,
        boolean soft) {
      this(id, checksum, after, generated, undo, soft, List.of());
    }

    /** A migration for ever. */
    public Entry(
        MigrationId id, String checksum, List<MigrationId> after, boolean generated, boolean undo) {
      this(id, checksum, after, generated, undo, false);
    }

    /** Whether it replaces others. */
    public boolean isSquash() {
      return !replaces.isEmpty();
    }
  }

  /**
   * A migration that another one replaces.
   *
   * @param entry what the index said of it
   * @param squash whether it replaced others itself: these are listed, too, and count instead
   * @param kept whether its script is there still, for databases that have only some of them
   */
  public record Replaced(Entry entry, boolean squash, boolean kept) {
    public MigrationId id() {
      return entry.id();
    }

    /** Whether nothing in it was written by hand. */
    public boolean isGenerated() {
      return squash || entry.generated();
    }

    /** The same, of which the script is there or not. */
    public Replaced withKept(boolean there) {
      return new Replaced(entry, squash, there);
    }

    public Json toJson() {
      Json.ObjectBuilder json = MigrationIndex.toJson(entry);
      if (squash) {
        json.put("squash", true);
      }
      if (kept) {
        json.put("kept", true);
      }
      return json.build();
    }

    /** Reads what {@link #toJson} wrote. */
    public static Replaced fromJson(Json json) {
      return new Replaced(
          MigrationIndex.entryFromJson(json),
          json.find("squash").isPresent(),
          json.find("kept").isPresent());
    }
  }

  /**
   * The way from an earlier form of a soft migration to what is there instead of it now.
   *
   * @param from the earlier form
   * @param checksum of the earlier form
   * @param to the migration that took its place; empty if none did
   */
  public record Bridge(MigrationId from, String checksum, Optional<MigrationId> to) {
    /** The name of its script: {@code B….sql} with a part of the checksum. */
    public String fileName() {
      String text = checksum.substring(checksum.indexOf(':') + 1);
      return "B" + from.text() + "." + text.substring(0, Math.min(12, text.length())) + ".sql";
    }
  }

  /** The way on from what a database has; empty if it has no earlier form that is known. */
  Optional<Bridge> bridge(MigrationId from, String checksum) {
    for (Bridge bridge : bridges) {
      if (bridge.from().equals(from) && bridge.checksum().equals(checksum)) {
        return Optional.of(bridge);
      }
    }
    return Optional.empty();
  }

  /** The index of these migrations, given in any order. */
  public static MigrationIndex of(String module, Optional<String> folder, List<Entry> migrations) {
    return of(module, folder, migrations, List.of());
  }

  /** The index of these migrations, given in any order, some of which had other forms before. */
  public static MigrationIndex of(
      String module, Optional<String> folder, List<Entry> migrations, List<Bridge> bridges) {
    List<Entry> sorted = new ArrayList<>(migrations);
    sorted.sort((one, other) -> one.id().compareTo(other.id()));
    return new MigrationIndex(module, digest(sorted), folder, sorted, bridges);
  }

  /**
   * {@code v1:} and the SHA-256, in hexadecimal, of version, name and checksum of every migration
   * in order, each followed by a byte 0, in UTF-8. Without migrations it is {@code v1:}.
   */
  public static String digest(List<Entry> migrations) {
    Digest digest = new Digest();
    for (Entry migration : migrations) {
      digest.add(migration.id(), migration.checksum());
    }
    return digest.text();
  }

  public Json toJson() {
    List<Json> entries = new ArrayList<>();
    for (Entry entry : migrations) {
      entries.add(toJson(entry).build());
    }
    Json.ObjectBuilder index = Json.object()
        .put("format", FORMAT)
        .put("module", module)
        .put("digest", digest)
        .put("folder", folder)
        .put("migrations", Json.array(entries));
    if (!bridges.isEmpty()) {
      index.put("bridges", Json.array(bridgesToJson()));
    }
    return index.build();
  }

  private static Json.ObjectBuilder toJson(Entry entry) {
    List<Json> after = new ArrayList<>();
    for (MigrationId head : entry.after()) {
      after.add(Json.of(head.text()));
    }
    Json.ObjectBuilder json = Json.object()
        .put("version", entry.id().version())
        .put("name", entry.id().name())
        .put("checksum", entry.checksum())
        .put("after", Json.array(after))
        .put("generated", entry.generated())
        .put("undo", entry.undo());
    if (entry.soft()) {
      json.put("soft", true);
    }
    if (entry.isSquash()) {
      List<Json> replaces = new ArrayList<>();
      for (Replaced replaced : entry.replaces()) {
        replaces.add(replaced.toJson());
      }
      json.put("replaces", Json.array(replaces));
    }
    return json;
  }

  private static Entry entryFromJson(Json entry) {
    List<MigrationId> after = new ArrayList<>();
    for (Json head : entry.get("after").list()) {
      after.add(MigrationId.parse(head.text()));
    }
    List<Replaced> replaces = new ArrayList<>();
    for (Json replaced : entry.find("replaces").map(Json::list).orElse(List.of())) {
      replaces.add(Replaced.fromJson(replaced));
    }
    return new Entry(
        new MigrationId(entry.get("version").text(), entry.get("name").text()),
        entry.get("checksum").text(),
        after,
        entry.get("generated").bool(),
        entry.get("undo").bool(),
        entry.find("soft").isPresent(),
        replaces);
  }

  private List<Json> bridgesToJson() {
    List<Json> all = new ArrayList<>();
    for (Bridge bridge : bridges) {
      all.add(Json.object()
          .put("from", bridge.from().text())
          .put("checksum", bridge.checksum())
          .put("to", bridge.to().map(MigrationId::text))
          .build());
    }
    return all;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws JsonException if it is of another shape or of a newer format
   */
  public static MigrationIndex fromJson(Json json) {
    checkFormat(json);
    List<Entry> migrations = new ArrayList<>();
    for (Json entry : json.get("migrations").list()) {
      migrations.add(entryFromJson(entry));
    }
    List<Bridge> bridges = new ArrayList<>();
    for (Json bridge : json.find("bridges").map(Json::list).orElse(List.of())) {
      bridges.add(new Bridge(
          MigrationId.parse(bridge.get("from").text()),
          bridge.get("checksum").text(),
          bridge.find("to").map(Json::text).map(MigrationId::parse)));
    }
    Optional<String> folder = json.find("folder").map(Json::text);
    return new MigrationIndex(
        json.get("module").text(), json.get("digest").text(), folder, migrations, bridges);
  }

  /**
   * The digest in the text of an index: a start-up that finds nothing to do must not parse
   * thousands of entries. Relies on {@link #toJson} writing it before them.
   *
   * @throws JsonException if there is none
   */
  static String digestIn(String text) {
    int member = text.indexOf(DIGEST);
    int start = member < 0 ? -1 : text.indexOf('"', member + DIGEST.length());
    int end = start < 0 ? -1 : text.indexOf('"', start + 1);
    if (end < 0) {
      throw new JsonException("Member \"digest\" is missing in the index.");
    }
    return text.substring(start + 1, end);
  }

  private static void checkFormat(Json json) {
    long format = json.get("format").integer();
    if (format != FORMAT) {
      throw new JsonException(
          "The index has format " + format + ", this runtime reads format " + FORMAT + ".");
    }
  }

  /** A digest that grows with each migration, so that a run over many stays linear. */
  static final class Digest {
    private static final String VERSION = "v1:";
    private final MessageDigest sha256;
    private boolean empty = true;

    Digest() {
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java platform has it
      }
    }

    private Digest(MessageDigest sha256, boolean empty) {
      this.sha256 = sha256;
      this.empty = empty;
    }

    Digest copy() {
      try {
        return new Digest((MessageDigest) sha256.clone(), empty);
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e); // the platform's own SHA-256 can be cloned
      }
    }

    void add(MigrationId id, String checksum) {
      add(id.version());
      add(id.name());
      add(checksum);
      empty = false;
    }

    private void add(String text) {
      sha256.update(text.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
    }

    /** The digest of what was added so far. */
    String text() {
      return empty ? VERSION : VERSION + HexFormat.of().formatHex(copy().sha256.digest());
    }
  }
}
