package dev.varve.runtime.query;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A data source that remembers the texts of the statements that were prepared. */
final class RecordingDataSource {
  private final DataSource source;
  private final List<String> texts = new ArrayList<>();

  RecordingDataSource(DataSource source) {
    this.source = source;
  }

  DataSource dataSource() {
    return proxy(DataSource.class, source);
  }

  List<String> texts() {
    return texts;
  }

  void clear() {
    texts.clear();
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
          if (method.getName().equals("prepareStatement")) {
            texts.add((String) arguments[0]);
          }
          try {
            Object result = method.invoke(target, arguments);
            return result instanceof Connection connection
                ? proxy(Connection.class, connection)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }
}
