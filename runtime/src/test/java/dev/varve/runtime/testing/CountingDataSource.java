package dev.varve.runtime.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;

/** Counts what is executed and committed through a data source. */
public final class CountingDataSource {
  private final DataSource dataSource;
  private int statements;
  private int queries;

  public CountingDataSource(DataSource counted) {
    dataSource = wrap(DataSource.class, counted);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** Everything that was executed, and each commit. */
  public int statements() {
    return statements;
  }

  /** Of these, what asks for rows. */
  public int queries() {
    return queries;
  }

  private <T> T wrap(Class<T> type, Object counted) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(counted, method, arguments)));
  }

  private Object call(Object counted, Method method, Object[] arguments) throws Throwable {
    if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
      statements++;
    }
    queries += method.getName().equals("executeQuery") ? 1 : 0;
    try {
      Object result = method.invoke(counted, arguments);
      if (method.getName().equals("unwrap")) {
        return result;
      }
      if (result instanceof Connection) {
        return wrap(Connection.class, result);
      }
      if (result instanceof PreparedStatement) {
        return wrap(PreparedStatement.class, result);
      }
      return result instanceof Statement ? wrap(Statement.class, result) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
