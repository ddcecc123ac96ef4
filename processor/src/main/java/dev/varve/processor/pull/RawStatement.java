package dev.varve.processor.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of those scripts that say what records do not: what it is about, and what takes it back.
 *
 * @param key what it is about, the same for another text about the same; the text itself where that
 *     cannot be told
 * @param text without its semicolon
 * @param back empty if nothing takes it back, or nothing needs to
 */
record RawStatement(String key, String text, Optional<String> back) {
  private static final String ID = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";

  /** A name as SQL writes it, maybe with a schema, as a group. */
  static final String NAME = "(" + ID + "(?:\\." + ID + ")*)";

  private static final Pattern LAST = Pattern.compile("(?:" + ID + "\\.)*(" + ID + ")");
  private static final Pattern ABOUT = Pattern.compile("(?:[A-Z]+ )*" + NAME);

  /** How a statement begins; {@code @} is a name. */
  private record Form(Pattern start, String key, String back) {
    Form(String start, String key, String back) {
      this(Pattern.compile(start.replace("@", NAME), Pattern.DOTALL), key, back);
    }
  }

  private static final List<Form> FORMS = List.of(
      new Form("CREATE SCHEMA IF NOT EXISTS @", "SCHEMA $1", ""),
      new Form("CREATE EXTENSION IF NOT EXISTS @", "EXTENSION $1", ""),
      new Form("CREATE TYPE @", "TYPE $1", "DROP TYPE IF EXISTS $1"),
      new Form("CREATE DOMAIN @", "DOMAIN $1", "DROP DOMAIN IF EXISTS $1"),
      new Form(
          "ALTER DOMAIN @ ADD CONSTRAINT @",
          "CONSTRAINT $2 ON DOMAIN $1",
          "ALTER DOMAIN $1 DROP CONSTRAINT IF EXISTS $2"),
      new Form("CREATE (?:UNLOGGED )?SEQUENCE @", "SEQUENCE $1", "DROP SEQUENCE IF EXISTS $1"),
      new Form(
          "CREATE AGGREGATE @\\((.*?)\\) \\(",
          "AGGREGATE $1($2)",
          "DROP AGGREGATE IF EXISTS $1($2)"),
      new Form("CREATE (?:UNLOGGED |FOREIGN )*TABLE @", "TABLE $1", ""),
      new Form(
          "ALTER TABLE (?:ONLY )?@\\s+ADD CONSTRAINT @",
          "CONSTRAINT $2 ON $1",
          "ALTER TABLE $1 DROP CONSTRAINT IF EXISTS $2"),
      new Form(
          "CREATE (?:UNIQUE )?INDEX @ ON (?:ONLY )?(" + ID + "\\.)" + ID,
          "INDEX $2$1",
          "DROP INDEX IF EXISTS $2$1"),
      new Form("CREATE (?:UNIQUE )?INDEX @ ON", "INDEX $1", "DROP INDEX IF EXISTS $1"),
      new Form("CREATE VIEW @", "VIEW $1", "DROP VIEW IF EXISTS $1"),
      new Form(
          "CREATE MATERIALIZED VIEW @",
          "MATERIALIZED VIEW $1",
          "DROP MATERIALIZED VIEW IF EXISTS $1"),
      new Form(
          "ALTER VIEW @ ALTER COLUMN @ SET DEFAULT",
          "DEFAULT OF $1.$2",
          "ALTER VIEW $1 ALTER COLUMN $2 DROP DEFAULT"),
      new Form("CREATE STATISTICS @", "STATISTICS $1", "DROP STATISTICS IF EXISTS $1"),
      new Form("CREATE RULE @ AS\\s+ON \\w+ TO @", "RULE $1 ON $2", "DROP RULE IF EXISTS $1 ON $2"),
      new Form(
          "CREATE (?:CONSTRAINT )?TRIGGER @ (?:BEFORE|AFTER|INSTEAD OF) .*? ON @ ",
          "TRIGGER $1 ON $2",
          "DROP TRIGGER IF EXISTS $1 ON $2"),
      new Form("CREATE POLICY @ ON @", "POLICY $1 ON $2", "DROP POLICY IF EXISTS $1 ON $2"),
      new Form(
          "ALTER TABLE @ (?:DISABLE|ENABLE REPLICA|ENABLE ALWAYS) (TRIGGER|RULE) @",
          "STATE OF $2 $3 ON $1",
          "ALTER TABLE $1 ENABLE $2 $3"),
      new Form(
          "ALTER TABLE @ DISABLE ROW LEVEL SECURITY",
          "SECURITY OF $1",
          "ALTER TABLE $1 ENABLE ROW LEVEL SECURITY"),
      new Form(
          "ALTER TABLE @ ENABLE ROW LEVEL SECURITY",
          "SECURITY OF $1",
          "ALTER TABLE $1 DISABLE ROW LEVEL SECURITY"),
      new Form(
          "ALTER TABLE @ FORCE ROW LEVEL SECURITY",
          "FORCED SECURITY OF $1",
          "ALTER TABLE $1 NO FORCE ROW LEVEL SECURITY"),
      new Form(
          "ALTER TABLE ONLY @ REPLICA IDENTITY",
          "IDENTITY OF $1",
          "ALTER TABLE ONLY $1 REPLICA IDENTITY DEFAULT"),
      new Form("ALTER TABLE @ INHERIT @", "HEIR $1 OF $2", "ALTER TABLE $1 NO INHERIT $2"),
      new Form("ALTER TABLE @ OF @", "SHAPE OF $1", "ALTER TABLE $1 NOT OF"),
      new Form(
          "ALTER TABLE @ SET ACCESS METHOD",
          "METHOD OF $1",
          "ALTER TABLE $1 SET ACCESS METHOD heap"),
      new Form("ALTER TABLE @ SET UNLOGGED", "LOG OF $1", "ALTER TABLE $1 SET LOGGED"),
      new Form(
          "ALTER TABLE @ SET TABLESPACE",
          "TABLESPACE OF $1",
          "ALTER TABLE $1 SET TABLESPACE pg_default"),
      new Form("ALTER TABLE @ SET \\((.*)\\)", "PARAMETERS OF $1", "ALTER TABLE $1 RESET ($2)"),
      new Form(
          "ALTER TABLE ONLY @ ALTER COLUMN @ SET COMPRESSION",
          "COMPRESSION OF $1.$2",
          "ALTER TABLE ONLY $1 ALTER COLUMN $2 SET COMPRESSION default"),
      new Form("ALTER TABLE @ CLUSTER ON", "CLUSTER OF $1", "ALTER TABLE $1 SET WITHOUT CLUSTER"),
      new Form(
          "ALTER TABLE ONLY @ ALTER COLUMN @ SET STATISTICS",
          "STATISTICS OF $1.$2",
          "ALTER TABLE ONLY $1 ALTER COLUMN $2 SET STATISTICS -1"),
      new Form(
          "ALTER TABLE ONLY @ ALTER COLUMN @ SET \\((.*)\\)",
          "OPTIONS OF $1.$2",
          "ALTER TABLE ONLY $1 ALTER COLUMN $2 RESET ($3)"),
      new Form(
          "ALTER TABLE ONLY @ ALTER COLUMN @ SET DEFAULT",
          "DEFAULT OF $1.$2",
          "ALTER TABLE ONLY $1 ALTER COLUMN $2 DROP DEFAULT"),
      new Form("ALTER TABLE ONLY @ ALTER COLUMN @ SET STORAGE", "STORAGE OF $1.$2", ""),
      new Form(
          "ALTER TABLE @ ALTER COLUMN @ SET NOT NULL",
          "NOT NULL OF $1.$2",
          "ALTER TABLE $1 ALTER COLUMN $2 DROP NOT NULL"),
      new Form(
          "ALTER INDEX @ ALTER COLUMN (\\d+) SET STATISTICS",
          "STATISTICS OF $1.$2",
          "ALTER INDEX $1 ALTER COLUMN $2 SET STATISTICS -1"),
      new Form(
          "ALTER STATISTICS @ SET STATISTICS",
          "TARGET OF $1",
          "ALTER STATISTICS $1 SET STATISTICS -1"),
      new Form("ALTER INDEX @ SET \\((.*)\\)", "OPTIONS OF $1", "ALTER INDEX $1 RESET ($2)"),
      new Form(
          "ALTER INDEX @ SET TABLESPACE",
          "TABLESPACE OF $1",
          "ALTER INDEX IF EXISTS $1 SET TABLESPACE pg_default"),
      new Form("ALTER INDEX @ ATTACH PARTITION @", "PART $2 OF $1", ""),
      new Form("INDEX @ IS PART OF @ ON @", "PART OF $2 ON $3", ""),
      new Form(
          "ALTER SEQUENCE (" + ID + "\\.)(" + ID + ") RENAME TO @",
          "NAME OF $1$2",
          "ALTER SEQUENCE IF EXISTS $1$3 RENAME TO $2"),
      new Form(
          "ALTER SEQUENCE @ RENAME TO @", "NAME OF $1", "ALTER SEQUENCE IF EXISTS $2 RENAME TO $1"),
      new Form(
          "ALTER SEQUENCE @ OWNED BY", "OWNER OF $1", "ALTER SEQUENCE IF EXISTS $1 OWNED BY NONE"),
      new Form("COMMENT ON (.+?) IS '", "COMMENT ON $1", "COMMENT ON $1 IS NULL"),
      new Form("GRANT (.+?) ON (.+?) TO @", "GRANT $1 ON $2 TO $3", "REVOKE $1 ON $2 FROM $3"),
      new Form(
          "REVOKE ALL ON (ROUTINE .+) FROM PUBLIC",
          "PUBLIC ON $1",
          "GRANT EXECUTE ON $1 TO PUBLIC"),
      new Form(
          "REVOKE ALL ON (TYPE .+) FROM PUBLIC", "PUBLIC ON $1", "GRANT USAGE ON $1 TO PUBLIC"),
      new Form("CREATE COLLATION @", "COLLATION $1", "DROP COLLATION IF EXISTS $1"),
      new Form("CREATE CAST (\\(.+? AS .+?\\)) WITH", "CAST $1", "DROP CAST IF EXISTS $1"),
      new Form(
          "CREATE OPERATOR (\\S+) \\((?=.*LEFTARG = ([^,]+?)[,)])(?=.*RIGHTARG = ([^,]+?)[,)])",
          "OPERATOR $1 ($2, $3)",
          "DROP OPERATOR IF EXISTS $1 ($2, $3)"),
      new Form(
          "CREATE OPERATOR (\\S+) \\((?=.*RIGHTARG = ([^,]+?)[,)])",
          "OPERATOR $1 (NONE, $2)",
          "DROP OPERATOR IF EXISTS $1 (NONE, $2)"),
      new Form(
          "CREATE OPERATOR FAMILY @ USING @",
          "OPERATOR FAMILY $1 USING $2",
          "DROP OPERATOR FAMILY IF EXISTS $1 USING $2"),
      new Form(
          "CREATE OPERATOR CLASS @ (?:DEFAULT )?FOR TYPE .+? USING @",
          "OPERATOR CLASS $1 USING $2",
          "DROP OPERATOR CLASS IF EXISTS $1 USING $2"),
      new Form("CREATE (?:DEFAULT )?CONVERSION @", "CONVERSION $1", "DROP CONVERSION IF EXISTS $1"),
      new Form("CREATE PUBLICATION @", "PUBLICATION $1", "DROP PUBLICATION IF EXISTS $1"),
      new Form(
          "ALTER DEFAULT PRIVILEGES (.*?)GRANT (.+?) ON (\\w+) TO @",
          "DEFAULT PRIVILEGES $2 ON $3 TO $4 $1",
          "ALTER DEFAULT PRIVILEGES $1REVOKE $2 ON $3 FROM $4"),
      new Form(
          "ALTER DEFAULT PRIVILEGES (.*?)REVOKE (.+?) ON (\\w+) FROM @",
          "DEFAULT PRIVILEGES $2 ON $3 FROM $4 $1",
          "ALTER DEFAULT PRIVILEGES $1GRANT $2 ON $3 TO $4"),
      new Form("CREATE EVENT TRIGGER @", "EVENT TRIGGER $1", "DROP EVENT TRIGGER IF EXISTS $1"),
      new Form(
          "ALTER EVENT TRIGGER @", "STATE OF EVENT TRIGGER $1", "ALTER EVENT TRIGGER $1 ENABLE"),
      new Form(
          "CREATE FOREIGN DATA WRAPPER @",
          "FOREIGN DATA WRAPPER $1",
          "DROP FOREIGN DATA WRAPPER IF EXISTS $1"),
      new Form("CREATE SERVER @", "SERVER $1", "DROP SERVER IF EXISTS $1"),
      new Form(
          "CREATE TEXT SEARCH (DICTIONARY|CONFIGURATION) @",
          "TEXT SEARCH $1 $2",
          "DROP TEXT SEARCH $1 IF EXISTS $2"),
      new Form(
          "ALTER TEXT SEARCH CONFIGURATION @ ADD MAPPING FOR @",
          "MAPPING OF $2 IN $1",
          "ALTER TEXT SEARCH CONFIGURATION $1 DROP MAPPING IF EXISTS FOR $2"));

  /** @param sql with or without its semicolon */
  static RawStatement parse(String sql) {
    String text = ended(sql);
    if (text.startsWith("CREATE OR REPLACE FUNCTION ")
        || text.startsWith("CREATE OR REPLACE PROCEDURE ")) {
      String routine = RawRoutine.identity(text);
      return new RawStatement(
          "ROUTINE " + routine, text, Optional.of("DROP ROUTINE IF EXISTS " + routine));
    }
    for (Form form : FORMS) {
      Matcher matcher = form.start().matcher(text);
      if (matcher.lookingAt()) {
        String back = filled(form.back(), matcher);
        return new RawStatement(
            filled(form.key(), matcher),
            text,
            Optional.of(back).filter(sentence -> !sentence.isEmpty()));
      }
    }
    return new RawStatement(text, text, Optional.empty());
  }

  static String ended(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1).stripTrailing() : text;
  }

  private static String filled(String template, Matcher matcher) {
    String text = template;
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String value = matcher.group(i) == null ? "" : matcher.group(i);
      boolean options = template.contains("RESET ($" + i + ")");
      text = text.replace("$" + i, options ? names(value) : value);
    }
    return text;
  }

  /** {@code a, b} of {@code a=1, b=2}. */
  private static String names(String options) {
    List<String> names = new ArrayList<>();
    for (String option : options.split(", ")) {
      names.add(option.replaceFirst("\\s*=.*", ""));
    }
    return String.join(", ", names);
  }

  /** The first word of what it is about. */
  String kind() {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  /** What it makes or changes, as SQL writes the name, without what that is on. */
  String name() {
    Matcher about = ABOUT.matcher(key);
    return about.lookingAt() ? about.group(1) : key;
  }

  /** A name without its schema; one that is quoted may have dots of its own. */
  static String last(String name) {
    Matcher last = LAST.matcher(name);
    return last.lookingAt() ? last.group(1) : name;
  }

  /** The schema of a name with the dot behind it; empty if it has none. */
  static String schema(String name) {
    return name.substring(0, name.indexOf(last(name), name.length() - last(name).length()));
  }

  /** Whether it goes when this table goes. */
  boolean isOn(String table) {
    String name = "(?:" + ID + "\\.)?" + Pattern.quote(table);
    return Pattern.compile(" (?:ON|OF) " + name + "(?:$|\\.)").matcher(key).find()
        || kind().equals("INDEX")
            && Pattern.compile(" ON (?:ONLY )?" + name + " ").matcher(text).find();
  }

  /** Whether the text has the name as a word. */
  boolean mentions(String name) {
    return Pattern.compile("(?<![\\w$\"])" + Pattern.quote(last(name)) + "(?![\\w$\"])")
        .matcher(text)
        .find();
  }

  /** Whether the new text says all, so that the old one need not be taken back before it. */
  boolean isReplaced(RawStatement old) {
    return text.startsWith("COMMENT ON")
        || text.startsWith("CREATE OR REPLACE ")
            && RawRoutine.head(text).equals(RawRoutine.head(old.text))
        || text.contains(" SET STATISTICS ")
        || text.contains(" SET DEFAULT ")
        || text.contains(" SET STORAGE ")
        || text.contains(" REPLICA IDENTITY ")
        || text.contains(" CLUSTER ON ")
        || text.contains(" OWNED BY ");
  }
}
