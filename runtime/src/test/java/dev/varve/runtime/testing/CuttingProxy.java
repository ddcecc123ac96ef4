package dev.varve.runtime.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** Stands between client and server, and cuts the connections: at once, or in a COMMIT's answer. */
public final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final String host;
  private final int port;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger cutCommits = new AtomicInteger();
  private volatile int commitToCut = -1;

  /** Stands before the server of this data source. */
  public CuttingProxy(PGSimpleDataSource server) throws IOException {
    this.host = server.getServerNames()[0];
    this.port = server.getPortNumbers()[0] == 0 ? 5432 : server.getPortNumbers()[0];
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /** Leads the data source through this proxy. */
  public PGSimpleDataSource through(PGSimpleDataSource source) {
    source.setServerNames(new String[] {listening.getInetAddress().getHostAddress()});
    source.setPortNumbers(new int[] {listening.getLocalPort()});
    return source;
  }

  /** Cuts every connection, without a farewell. */
  public void cut() {
    for (Socket socket : open) {
      close(socket);
    }
    open.clear();
  }

  /** Lets the COMMIT after so many others reach the server, and the answer not come back. */
  public void loseAnswerOfCommit(int number) {
    commits.set(0);
    commitToCut = number;
  }

  /** How many answers to a COMMIT were lost. */
  public int lostAnswers() {
    return cutCommits.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket server = new Socket(host, port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        AtomicBoolean losing = new AtomicBoolean();
        daemon(() -> pump(client, server, true, losing));
        daemon(() -> pump(server, client, false, losing));
      }
    } catch (IOException e) {
      cut(); // the test is over
    }
  }

  private void pump(Socket from, Socket to, boolean toServer, AtomicBoolean losing) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (toServer && commitToCut >= 0 && isCommit(buffer, read)) {
          if (commits.getAndIncrement() == commitToCut) {
            commitToCut = -1;
            losing.set(true);
          }
        }
        if (!toServer && losing.get()) {
          cutCommits.incrementAndGet(); // the server has answered: it has committed
          break;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // One side is gone; so must be the other.
    }
    close(from);
    close(to);
  }

  private static boolean isCommit(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT\0");
  }

  private static void close(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
