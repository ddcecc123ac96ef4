package dev.varve.runtime.catalog;

import java.sql.SQLException;

/** The catalogue of a database could not be read; nothing was changed. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String sqlState;

  CatalogException(String message) {
    super(message);
    this.sqlState = "";
  }

  CatalogException(String schema, SQLException cause) {
    super("Cannot read the catalogue of " + schema + ": " + cause.getMessage(), cause);
    this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /** The server's SQLSTATE; empty if there is none. */
  public String sqlState() {
    return sqlState;
  }
}
