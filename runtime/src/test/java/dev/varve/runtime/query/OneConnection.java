package dev.varve.runtime.query;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source of one connection, which stays open until this is closed: a pool of one. */
final class OneConnection implements AutoCloseable {
  private final Connection connection;
  private final Connection lent;
  private final DataSource dataSource;

  OneConnection(DataSource source) {
    try {
      connection = source.getConnection();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    lent = (Connection) Proxy.newProxyInstance(
        OneConnection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (self, method, arguments) -> {
          if (method.getName().equals("close")) {
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
    dataSource = (DataSource) Proxy.newProxyInstance(
        OneConnection.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (self, method, arguments) -> lent);
  }

  DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
