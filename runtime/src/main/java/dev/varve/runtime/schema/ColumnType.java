package dev.varve.runtime.schema;

/** The type of a column. */
public sealed interface ColumnType {
  <R> R accept(Visitor<R> visitor);

  /** The type as SQL, in PostgreSQL's short spelling: {@code varchar(255)}, {@code timestamptz}. */
  String sql();

  /** A built-in type without parameters. */
  enum Scalar implements ColumnType {
    BOOLEAN("boolean"),
    SMALLINT("smallint"),
    INTEGER("integer"),
    BIGINT("bigint"),
    REAL("real"),
    DOUBLE_PRECISION("double precision"),
    NUMERIC("numeric"),
    TEXT("text"),
    UUID("uuid"),
    BYTEA("bytea"),
    DATE("date"),
    TIME("time"),
    TIMESTAMP("timestamp"),
    TIMESTAMPTZ("timestamptz"),
    JSONB("jsonb");

    private final String sql;

    Scalar(String sql) {
      this.sql = sql;
    }

    @Override
    public String sql() {
      return sql;
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

  /** {@code numeric(precision, scale)}, both in decimal digits. */
  record Numeric(int precision, int scale) implements ColumnType {
    /** PostgreSQL's limit for both. */
    public static final int MAX_DIGITS = 1_000;

    public Numeric {
      if (precision < 1 || precision > MAX_DIGITS || scale < 0 || scale > MAX_DIGITS) {
        throw new IllegalArgumentException(
            "numeric takes a precision of 1 to 1000 and a scale of 0 to 1000 digits");
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

  /** An array; PostgreSQL knows no number of dimensions, so the element is never an array. */
  record ArrayOf(ColumnType element) implements ColumnType {
    public ArrayOf {
      if (element instanceof ArrayOf) {
        throw new IllegalArgumentException("An array's element type is not an array");
      }
    }

    @Override
    public String sql() {
      return element.sql() + "[]";
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

    R enumerated(Enumerated type);

    R arrayOf(ArrayOf type);
  }
}
