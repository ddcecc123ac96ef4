package dev.varve.runtime.testing;

import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** In which form the driver asks for values, and gives its own. */
public enum Transfer {
  /** Never prepared on the server, so all is text. */
  TEXT,
  /** What the driver can read so, in binary form from the first row on. */
  BINARY,
  /** Prepared on the server, and text. */
  BINARY_OFF,
  /** As behind some poolers: the driver puts the values into the statement. */
  SIMPLE;

  /** The database, with the driver set so. */
  public PGSimpleDataSource of(TestDatabase server) {
    PGSimpleDataSource source = server.dataSource();
    source.setPrepareThreshold(this == TEXT || this == SIMPLE ? 0 : -1);
    source.setBinaryTransfer(this != BINARY_OFF);
    if (this == SIMPLE) {
      source.setPreferQueryMode(PreferQueryMode.SIMPLE);
    }
    return source;
  }
}
