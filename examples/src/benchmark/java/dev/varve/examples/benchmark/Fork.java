package dev.varve.examples.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, always with the same settings. */
public final class Fork {
  private Fork() {}

  /** Runs the class to its end. What it prints is lost, its errors are not, except in a cold start. */
  public static void java(List<String> classPath, Class<?> main, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx1g",
        "-Xshare:auto",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
        "-Dliquibase.analytics.enabled=false",
        "-Dorg.jooq.no-logo=true",
        "-Dorg.jooq.no-tips=true",
        "-cp",
        String.join(File.pathSeparator, classPath),
        main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    if (main == ColdStart.class) {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
    }
  }
}
