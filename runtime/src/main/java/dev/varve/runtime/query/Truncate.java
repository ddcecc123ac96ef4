package dev.varve.runtime.query;

/** A truncate of one table or several. */
public final class Truncate {
  private final Operations operations;
  private final Table<?, ?, ?, ?>[] tables;
  private final String options;

  Truncate(Operations operations, Table<?, ?, ?, ?>... tables) {
    this(operations, "", tables.clone());
    if (tables.length == 0) {
      throw new StatementException("A truncate names no table.");
    }
  }

  private Truncate(Operations operations, String options, Table<?, ?, ?, ?>[] tables) {
    this.operations = operations;
    this.options = options;
    this.tables = tables;
  }

  /** The identity columns start again. */
  public Truncate restartIdentity() {
    return new Truncate(operations, " RESTART IDENTITY", tables);
  }

  /** Every table whose rows refer to these is emptied, too, and those that refer to it. */
  public TruncateCascade cascade() {
    return new TruncateCascade(this);
  }

  public void execute() {
    execute("");
  }

  void execute(String more) {
    StringBuilder sql = new StringBuilder("TRUNCATE ");
    String separator = "";
    for (Table<?, ?, ?, ?> table : tables) {
      sql.append(separator).append(table.table());
      separator = ", ";
    }
    operations.run(sql + options + more, Binder.NONE, Fetch.CHANGED);
  }

  /** A truncate that takes along what refers to its tables. */
  public static final class TruncateCascade {
    private final Truncate truncate;

    TruncateCascade(Truncate truncate) {
      this.truncate = truncate;
    }

    public void execute() {
      truncate.execute(" CASCADE");
    }
  }
}
