package dev.varve.runtime.query;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A pool of one real connection, whose n-th call fails: before it does its work, after it, or from
 * then on always. It looks at the state of what comes back.
 */
final class FaultyPool {
  enum Fault {
    BEFORE,
    AFTER,
    FROM_THEN_ON
  }

  private static final Set<String> CALLS = Set.of(
      "getConnection",
      "getAutoCommit",
      "setAutoCommit",
      "prepareStatement",
      "setFetchSize",
      "execute",
      "executeQuery",
      "executeLargeUpdate",
      "executeLargeBatch",
      "addBatch",
      "next",
      "setSavepoint",
      "releaseSavepoint",
      "commit",
      "rollback",
      "close");

  private final DataSource source;
  private final boolean autoCommit;
  private final List<String> calls = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Connection kept;
  private int failing;
  private Fault fault = Fault.BEFORE;
  private int lent;
  private int returned;

  FaultyPool(DataSource source, boolean autoCommit) {
    this.source = source;
    this.autoCommit = autoCommit;
  }

  /** From now on counts anew; the n-th call fails, none for 0. */
  void fail(int n, Fault how) {
    failing = n;
    fault = how;
    calls.clear();
    problems.clear();
    lent = 0;
    returned = 0;
  }

  /** Whether the call that was to fail has come. */
  boolean hasFailed() {
    return failing > 0 && calls.size() >= failing;
  }

  String failed() {
    return calls.get(failing - 1);
  }

  int lent() {
    return lent;
  }

  int returned() {
    return returned;
  }

  List<String> problems() {
    return problems;
  }

  DataSource dataSource() {
    return proxy(DataSource.class, new Object(), (method, arguments) -> {
      if (kept == null || kept.isClosed()) {
        kept = source.getConnection();
        kept.setAutoCommit(autoCommit);
      }
      lent++;
      return lent(kept);
    });
  }

  void close() throws SQLException {
    if (kept != null) {
      kept.close();
    }
  }

  private Connection lent(Connection connection) {
    return proxy(Connection.class, connection, (method, arguments) -> {
      if (!method.getName().equals("close")) {
        return invoke(connection, method, arguments);
      }
      look(connection);
      return null;
    });
  }

  private void look(Connection connection) throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    if (connection.getAutoCommit() != autoCommit) {
      problems.add("autocommit is not as it was");
    }
    if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
      problems.add("a transaction is open");
    }
    if (connection.isReadOnly()) {
      problems.add("it is read-only");
    }
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      problems.add("it is isolated in another way");
    }
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  private interface Call {
    Object run(Method method, Object[] arguments) throws Throwable;
  }

  private <T> T proxy(Class<T> type, Object target, Call call) {
    InvocationHandler handler = (self, method, arguments) -> {
      boolean fails = false;
      boolean giving = target instanceof Connection && method.getName().equals("close");
      if (CALLS.contains(method.getName())) {
        calls.add(type.getSimpleName() + "." + method.getName());
        returned += giving ? 1 : 0;
        fails = failing > 0
            && (calls.size() == failing
                || fault == Fault.FROM_THEN_ON && calls.size() > failing && !giving);
        if (fails && fault != Fault.AFTER && !giving) {
          throw fault(calls.size());
        }
      }
      Object result = call.run(method, arguments);
      if (fails && type == DataSource.class) {
        lent--;
      }
      if (fails) {
        throw fault(calls.size());
      }
      return result;
    };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static SQLException fault(int number) {
    return new SQLException("Fault " + number, "XX000");
  }

  private Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      Object result = method.invoke(target, arguments);
      Class<?> type = method.getReturnType();
      return result != null
              && (type == java.sql.PreparedStatement.class || type == java.sql.ResultSet.class)
          ? proxy(type, result, (inner, values) -> invoke(result, inner, values))
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
