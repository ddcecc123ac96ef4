package dev.varve.runtime.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The type of a column. */
public sealed interface ColumnType {
  <R> R accept(Visitor<R> visitor);

  /** The type as SQL, in PostgreSQL's short spelling: {@code varchar(255)}, {@code timestamptz}. */
  String sql();

  /** The types of the model that it may be; which of them there are, the schema knows. */
  default List<ObjectId> declared() {
    return List.of();
  }

  /** The same type after a declared one was renamed. */
  default ColumnType withNameChanged(QualifiedName from, QualifiedName to) {
    return this;
  }

  /** A built-in type without parameters. */
  enum Scalar implements ColumnType {
    BOOLEAN("boolean"),
    SMALLINT("smallint"),
    INTEGER("integer"),
    BIGINT("bigint"),
    REAL("real"),
    DOUBLE_PRECISION("double precision"),
    NUMERIC("numeric"),
    MONEY("money"),
    TEXT("text"),
    VARCHAR("varchar", "character varying"),
    /** Text that ignores blanks at its end. */
    BPCHAR("bpchar"),
    NAME("name"),
    UUID("uuid"),
    BYTEA("bytea"),
    VARBIT("varbit", "bit varying"),
    DATE("date"),
    TIME("time", "time without time zone"),
    TIMETZ("timetz", "time with time zone"),
    TIMESTAMP("timestamp", "timestamp without time zone"),
    TIMESTAMPTZ("timestamptz", "timestamp with time zone"),
    INTERVAL("interval"),
    JSON("json"),
    JSONB("jsonb"),
    JSONPATH("jsonpath"),
    XML("xml"),
    INET("inet"),
    CIDR("cidr"),
    MACADDR("macaddr"),
    MACADDR8("macaddr8"),
    TSVECTOR("tsvector"),
    TSQUERY("tsquery"),
    POINT("point"),
    LINE("line"),
    LSEG("lseg"),
    BOX("box"),
    PATH("path"),
    POLYGON("polygon"),
    CIRCLE("circle"),
    OID("oid"),
    XID8("xid8"),
    PG_LSN("pg_lsn"),
    PG_SNAPSHOT("pg_snapshot"),
    INT4RANGE("int4range"),
    INT8RANGE("int8range"),
    NUMRANGE("numrange"),
    TSRANGE("tsrange"),
    TSTZRANGE("tstzrange"),
    DATERANGE("daterange"),
    INT4MULTIRANGE("int4multirange"),
    INT8MULTIRANGE("int8multirange"),
    NUMMULTIRANGE("nummultirange"),
    TSMULTIRANGE("tsmultirange"),
    TSTZMULTIRANGE("tstzmultirange"),
    DATEMULTIRANGE("datemultirange");

    private final String sql;
    private final String printed;

    Scalar(String sql) {
      this(sql, sql);
    }

    Scalar(String sql, String printed) {
      this.sql = sql;
      this.printed = printed;
    }

    /** The type of this spelling, either {@link #sql} or {@link #printed}. */
    static Optional<Scalar> of(String spelling) {
      return Arrays.stream(values())
          .filter(scalar -> scalar.sql.equals(spelling) || scalar.printed.equals(spelling))
          .findFirst();
    }

    @Override
    public String sql() {
      return sql;
    }

    /** As {@code format_type} spells it. */
    public String printed() {
      return printed;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scalar(this);
    }
  }

  /** {@code varchar(length)}, length in characters. */
  record Varchar(int length) implements ColumnType {
    /** PostgreSQL's limit. */
    public static final int MAX_LENGTH = 10_485_760;

    public Varchar {
      if (length < 1 || length > MAX_LENGTH) {
        throw new IllegalArgumentException("varchar takes 1 to " + MAX_LENGTH + " characters");
      }
    }

    @Override
    public String sql() {
      return "varchar(" + length + ")";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.varchar(this);
    }
  }

  /**
   * {@code numeric(precision, scale)}, both in decimal digits.
   *
   * @param scale below 0, it rounds to tens, hundreds, …
   */
  record Numeric(int precision, int scale) implements ColumnType {
    /** PostgreSQL's limit for both. */
    public static final int MAX_DIGITS = 1_000;

    public Numeric {
      if (precision < 1 || precision > MAX_DIGITS || Math.abs(scale) > MAX_DIGITS) {
        throw new IllegalArgumentException(
            "numeric takes a precision of 1 to 1000 and a scale of -1000 to 1000 digits");
      }
    }

    @Override
    public String sql() {
      return "numeric(" + precision + ", " + scale + ")";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.numeric(this);
    }
  }

  /**
   * A built-in type with one parameter: a length in characters or bits, or the digits of a fraction
   * of a second.
   */
  record Sized(Kind kind, int size) implements ColumnType {
    /** Which types these are. */
    public enum Kind {
      CHAR(Scalar.BPCHAR, "char", "character", "", 1, Varchar.MAX_LENGTH),
      BIT(Scalar.VARBIT, "bit", "bit", "", 1, 83_886_080),
      VARBIT(Scalar.VARBIT, "varbit", "bit varying", "", 1, 83_886_080),
      TIME(Scalar.TIME, "time", "time", " without time zone", 0, 6),
      TIMETZ(Scalar.TIMETZ, "timetz", "time", " with time zone", 0, 6),
      TIMESTAMP(Scalar.TIMESTAMP, "timestamp", "timestamp", " without time zone", 0, 6),
      TIMESTAMPTZ(Scalar.TIMESTAMPTZ, "timestamptz", "timestamp", " with time zone", 0, 6);

      private final Scalar unsized;
      private final String sql;
      private final String printed;
      private final String suffix;
      private final int least;
      private final int most;

      Kind(Scalar unsized, String sql, String printed, String suffix, int least, int most) {
        this.unsized = unsized;
        this.sql = sql;
        this.printed = printed;
        this.suffix = suffix;
        this.least = least;
        this.most = most;
      }

      /** The type that holds all values of these, whatever their size. */
      public Scalar unsized() {
        return unsized;
      }

      /** Whether the size counts digits behind a second. */
      public boolean isTime() {
        return least == 0;
      }
    }

    public Sized {
      if (size < kind.least || size > kind.most) {
        throw new IllegalArgumentException(
            kind.sql + " takes a size of " + kind.least + " to " + kind.most);
      }
    }

    @Override
    public String sql() {
      return kind.sql + "(" + size + ")";
    }

    /** As {@code format_type} spells it. */
    public String printed() {
      return kind.printed + "(" + size + ")" + kind.suffix;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sized(this);
    }
  }

  /**
   * An {@code interval} that keeps only some of its parts.
   *
   * @param fields such as {@code day to second}; empty for all
   * @param precision the digits of a fraction of a second
   */
  record Interval(Optional<String> fields, OptionalInt precision) implements ColumnType {
    private static final List<String> FIELDS = List.of(
        "year",
        "month",
        "day",
        "hour",
        "minute",
        "second",
        "year to month",
        "day to hour",
        "day to minute",
        "day to second",
        "hour to minute",
        "hour to second",
        "minute to second");

    public Interval {
      boolean seconds = fields.map(f -> f.endsWith("second")).orElse(true);
      if ((fields.isEmpty() && precision.isEmpty())
          || !fields.map(FIELDS::contains).orElse(true)
          || (precision.isPresent()
              && (!seconds || precision.getAsInt() < 0 || precision.getAsInt() > 6))) {
        throw new IllegalArgumentException(
            "interval takes fields such as day to second, and 0 to 6" + " digits behind a second");
      }
    }

    @Override
    public String sql() {
      return "interval"
          + fields.map(f -> " " + f).orElse("")
          + (precision.isPresent() ? "(" + precision.getAsInt() + ")" : "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.interval(this);
    }
  }

  /** Whether values of this type are, or hold, values of that enum. */
  default boolean holds(QualifiedName enumType) {
    return equals(new Enumerated(enumType));
  }

  /** The same, with that enum under its new name. */
  default ColumnType withEnumRenamed(QualifiedName from, QualifiedName to) {
    return equals(new Enumerated(from)) ? new Enumerated(to) : this;
  }

  /** An enum of the same schema, by its name. */
  record Enumerated(QualifiedName type) implements ColumnType {
    @Override
    public String sql() {
      return type.quoted();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumerated(this);
    }
  }

  /**
   * A type that has a name in the database and that Varve does not make: an extension's, a domain, a
   * composite type, a range type.
   *
   * @param name without a schema where the search path finds it
   * @param modifiers what stands in parentheses behind the name, as {@code format_type} prints it:
   *     {@code 3} of {@code vector(3)}
   */
  record Named(QualifiedName name, List<String> modifiers) implements ColumnType {
    public Named {
      modifiers = List.copyOf(modifiers);
    }

    /** The modifiers with their parentheses, or nothing. */
    public String suffix() {
      return modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")";
    }

    @Override
    public List<ObjectId> declared() {
      return List.of(
          ObjectId.of(ObjectKind.DOMAIN, name), ObjectId.of(ObjectKind.COMPOSITE_TYPE, name));
    }

    @Override
    public Named withNameChanged(QualifiedName from, QualifiedName to) {
      return name.equals(from) ? new Named(to, modifiers) : this;
    }

    @Override
    public String sql() {
      return name.quoted() + suffix();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.named(this);
    }
  }

  /** An array; PostgreSQL knows no number of dimensions, so the element is never an array. */
  record ArrayOf(ColumnType element) implements ColumnType {
    public ArrayOf {
      if (element instanceof ArrayOf) {
        throw new IllegalArgumentException("An array's element type is not an array");
      }
    }

    @Override
    public List<ObjectId> declared() {
      return element.declared();
    }

    @Override
    public ArrayOf withNameChanged(QualifiedName from, QualifiedName to) {
      return new ArrayOf(element.withNameChanged(from, to));
    }

    @Override
    public String sql() {
      return element.sql() + "[]";
    }

    @Override
    public boolean holds(QualifiedName enumType) {
      return element.holds(enumType);
    }

    @Override
    public ColumnType withEnumRenamed(QualifiedName from, QualifiedName to) {
      return new ArrayOf(element.withEnumRenamed(from, to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayOf(this);
    }
  }

  /** One answer for each kind of type. */
  interface Visitor<R> {
    R scalar(Scalar type);

    R varchar(Varchar type);

    R numeric(Numeric type);

    R sized(Sized type);

    R interval(Interval type);

    R enumerated(Enumerated type);

    R named(Named type);

    R arrayOf(ArrayOf type);
  }
}
