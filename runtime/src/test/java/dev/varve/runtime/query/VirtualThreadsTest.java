package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A thousand virtual threads share ten connections, and all get through. */
class VirtualThreadsTest {
  private static final int THREADS = 1_000;
  private static final int CONNECTIONS = 10;

  @Test
  void aThousandOnAPoolOfTenFinish() throws Exception {
    assumeTrue(VirtualThreads.exist(), "virtual threads come with JDK 21");
    try (TestDatabase server = SampleDatabase.create()) {
      BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);
      for (int i = 0; i < CONNECTIONS; i++) {
        idle.add(server.connect());
      }
      Database db = Database.of(pool(idle));
      List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        threads.add(VirtualThreads.start(() -> work(db, number, failures)));
      }
      for (Thread thread : threads) {
        thread.join(60_000);
        assertFalse(thread.isAlive(), "a thread waits for ever");
      }

      assertEquals(List.of(), failures);
      assertEquals(CONNECTIONS, idle.size());
      assertEquals(2 * THREADS, db.from(USERS).count());
      for (Connection connection : idle) {
        connection.close();
      }
    }
  }

  private static void work(Database db, int number, List<Throwable> failures) {
    try {
      db.insert(USERS).values(SampleDatabase.user("a" + number)).execute();
      db.runInTransaction(tx -> {
        tx.from(USERS).where(USERS.email.eq("a" + number)).stream(1, rows -> rows.toList());
        tx.raw("SELECT pg_sleep(0.001)").rows(row -> row.hasValue(1, 1)).list();
        tx.insert(USERS).values(SampleDatabase.user("b" + number)).execute();
      });
    } catch (Throwable t) {
      failures.add(t);
    }
  }

  private static DataSource pool(BlockingQueue<Connection> idle) {
    return (DataSource) Proxy.newProxyInstance(
        DataSource.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (self, m, a) -> lend(idle));
  }

  private static Connection lend(BlockingQueue<Connection> idle) throws InterruptedException {
    Connection connection = idle.take();
    return (Connection) Proxy.newProxyInstance(
        Connection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (self, method, arguments) -> {
          if (method.getName().equals("close")) {
            idle.add(connection);
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof SQLException cause ? cause : e;
          }
        });
  }
}
