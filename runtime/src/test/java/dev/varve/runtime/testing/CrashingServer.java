package dev.varve.runtime.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A server of one test's own, from the embedded binaries, which can be killed and started again. */
public final class CrashingServer implements AutoCloseable {
  private final Path data;
  private final EmbeddedPostgres server;
  private final List<String> command = new ArrayList<>();

  /** Starts it with these settings, name and value in turn. */
  public CrashingServer(String... settings) throws IOException {
    this.data = Files.createTempDirectory("varve-crashing");
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1))
        .setDataDirectory(data)
        .setCleanDataDirectory(true)
        .setLocaleConfig("locale", "C")
        .setServerConfig("max_connections", "60");
    for (int i = 0; i < settings.length; i += 2) {
      builder.setServerConfig(settings[i], settings[i + 1]);
    }
    this.server = builder.start();
  }

  /** A data source for one of its databases; each call makes a new one. */
  public PGSimpleDataSource dataSource(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {server.getPort()});
    source.setUser("postgres");
    source.setDatabaseName(database);
    source.setConnectTimeout(5);
    return source;
  }

  /** SIGKILL to the postmaster and all its processes at once. */
  public void kill() throws IOException, InterruptedException {
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(
            Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()))
        .orElseThrow();
    command.clear();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // postgres refuses to run as root
    }
    command.add(postmaster.info().command().orElseThrow());
    command.addAll(List.of(postmaster.info().arguments().orElseThrow()));
    List<ProcessHandle> processes = new ArrayList<>(postmaster.descendants().toList());
    processes.add(0, postmaster);
    processes.forEach(ProcessHandle::destroyForcibly);
    while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
      Thread.sleep(5);
    }
  }

  /** Starts what was killed, at the same port; does not wait until it has recovered. */
  public void restart() throws IOException {
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
