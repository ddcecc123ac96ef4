package dev.varve.runtime.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PgBouncer before a database, where one is installed; elsewhere the test is skipped. */
public final class PgBouncer implements AutoCloseable {
  private static final int NOBODY = 65534;

  private final Process process;
  private final int port;
  private final Path folder;

  /**
   * Starts it.
   *
   * @param mode {@code session}, {@code transaction} or {@code statement}
   */
  public PgBouncer(TestDatabase database, String mode) throws IOException, InterruptedException {
    Optional<Path> binary = find();
    assumeTrue(binary.isPresent(), "PgBouncer is not installed");
    PGSimpleDataSource server = database.dataSource();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    folder = Files.createTempDirectory(
        "varve-pgbouncer",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Path users = folder.resolve("users.txt");
    String password = server.getPassword() == null ? "" : server.getPassword();
    Files.writeString(users, "\"" + server.getUser() + "\" \"" + password + "\"\n");
    Path configuration = folder.resolve("pgbouncer.ini");
    Files.writeString(configuration, """
        [databases]
        * = host=%s port=%d
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = trust
        auth_file = %s
        pool_mode = %s
        default_pool_size = 20
        max_client_conn = 300
        ignore_startup_parameters = extra_float_digits
        """.formatted(
        server.getServerNames()[0].equals("localhost") ? "127.0.0.1" : server.getServerNames()[0],
        server.getPortNumbers()[0] == 0 ? 5432 : server.getPortNumbers()[0],
        port,
        users,
        mode));
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to run as root.
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    command.addAll(List.of(binary.orElseThrow().toString(), configuration.toString()));
    process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
    awaitStart(folder.resolve("log"));
  }

  private void awaitStart(Path log) throws IOException, InterruptedException {
    for (int i = 0; i < 200 && process.isAlive(); i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(50); // not yet
      }
    }
    throw new AssertionError("PgBouncer does not start: " + Files.readString(log));
  }

  private static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    return Stream.of(path.split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Leads the data source through this pooler. */
  public PGSimpleDataSource through(PGSimpleDataSource source) {
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    return source;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      for (String file : List.of("users.txt", "pgbouncer.ini", "log")) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
