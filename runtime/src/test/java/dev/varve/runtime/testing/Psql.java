package dev.varve.runtime.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL's own client, where it is installed; elsewhere the test is skipped. */
public final class Psql {
  private Psql() {}

  /** Runs the script as a file, and fails with what psql said if it stops. */
  public static void run(TestDatabase database, String script) throws IOException {
    assumeTrue(isInstalled(), "psql is not installed");
    Path file = Files.createTempFile("varve", ".sql");
    try {
      Files.writeString(file, script);
      ProcessBuilder builder = new ProcessBuilder(
          "psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=" + file);
      connect(builder, database);
      Process psql = builder.redirectErrorStream(true).start();
      psql.getOutputStream().close();
      String said = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, psql.waitFor(), said + "\n" + script);
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      Files.delete(file);
    }
  }

  /** Tells a client of PostgreSQL's own which database is meant. */
  static void connect(ProcessBuilder builder, TestDatabase database) {
    PGSimpleDataSource source = database.dataSource();
    builder.environment().put("PGHOST", source.getServerNames()[0]);
    builder.environment().put("PGPORT", String.valueOf(source.getPortNumbers()[0]));
    builder.environment().put("PGDATABASE", database.name());
    builder.environment().put("PGUSER", String.valueOf(source.getUser()));
    if (source.getPassword() != null) {
      builder.environment().put("PGPASSWORD", source.getPassword());
    }
  }

  private static boolean isInstalled() {
    try {
      Process psql = new ProcessBuilder("psql", "--version")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return psql.waitFor(10, TimeUnit.SECONDS) && psql.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
