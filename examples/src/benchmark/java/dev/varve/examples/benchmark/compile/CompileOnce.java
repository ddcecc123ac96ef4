package dev.varve.examples.benchmark.compile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** One run of javac in a JVM of its own, which says what the whole of it took. */
public final class CompileOnce {
  private CompileOnce() {}

  /** The file for the answer, and the arguments of javac. */
  public static void main(String[] args) throws Exception {
    List<String> arguments = List.of(args).subList(1, args.length);
    int failed = ToolProvider.getSystemJavaCompiler()
        .run(null, System.out, System.err, arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new IllegalStateException("javac ended with " + failed);
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Files.writeString(
        Path.of(args[0]),
        ManagementFactory.getRuntimeMXBean().getUptime() + " "
            + system.getProcessCpuTime() / 1_000_000);
  }
}
