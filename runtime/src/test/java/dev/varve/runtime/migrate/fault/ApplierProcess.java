package dev.varve.runtime.migrate.fault;

import dev.varve.runtime.migrate.Settings;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** An applier in a JVM of its own, which can be killed. */
public final class ApplierProcess {
  private ApplierProcess() {}

  /** Applies the mixed migrations to the database at this URL. */
  public static void main(String[] arguments) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(arguments[0]);
    source.setApplicationName(Ambush.VICTIM);
    MixedMigrations.migrator(source, Settings.DEFAULT).migrate();
  }

  static Process start(String url) throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            ApplierProcess.class.getName(),
            url)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** SIGKILL, where there are signals. */
  static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The process does not die");
    }
  }
}
