package dev.varve.processor.tool;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.MigrationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, to people on standard error, with {@code --json} to programs as well. */
final class ErrorReport {
  private ErrorReport() {}

  /** The arguments are not right. */
  static int misused(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    boolean json = Arrays.asList(arguments).contains("--json");
    String message = withoutPasswords(message(e, arguments));
    String help = "See " + command.getCommandSpec().qualifiedName() + " --help.";
    print(command, json, "Usage", message, message + "\n" + help);
    return ExitCode.USAGE;
  }

  private static String message(ParameterException e, String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      boolean given = arguments[i].startsWith("--password=")
          || arguments[i].equals("--password")
              && i + 1 < arguments.length
              && !arguments[i + 1].startsWith("-");
      if (given) {
        return "--password: takes no value, because others could read it; it asks for one.";
      }
    }
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      String text = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
      return text.endsWith(".") ? text : text + ".";
    }
    String argument = unmatched.getUnmatched().get(0);
    boolean verb = e.getCommandLine().getCommandSpec().parent() == null;
    String what = unmatched.isUnknownOption() ? "option" : verb ? "verb" : "argument";
    List<String> near = unmatched.getSuggestions();
    return argument + ": there is no such " + what + "."
        + (near.isEmpty() ? "" : " Did you mean " + String.join(", ", near) + "?");
  }

  /** A URL that stands where none belongs may hold one. */
  private static String withoutPasswords(String text) {
    return text.replaceAll("(://[^\\s:/@]*:)[^\\s@]*@", "$1…@")
        .replaceAll("(?i)(password=)[^\\s&'\"]*", "$1…");
  }

  /** What was asked for did not work. */
  static int failed(Exception e, CommandLine command, ParseResult parsed) {
    boolean json = command.getParseResult().hasMatchedOption("--json");
    int exitCode = e instanceof Failure failure
        ? failure.exitCode()
        : e instanceof MigrationException.Drifted ? ExitCode.DIFFERENT : ExitCode.FAILED;
    String kind = exitCode == ExitCode.USAGE ? "Usage" : e.getClass().getSimpleName();
    String message = message(e);
    print(command, json, kind, message, message);
    return exitCode;
  }

  private static String message(Exception e) {
    if (e instanceof MigrationException.LosesData loss) {
      return e.getMessage() + " That is: --allow-loss " + String.join(",", loss.losses());
    }
    if (e instanceof MigrationException.NotInOrder late) {
      return e.getMessage() + " That is: --out-of-order " + late.migration().text();
    }
    if (e instanceof Failure || e instanceof MigrationException || e instanceof JsonException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof UncheckedIOException unreadable) {
      return unreadable.getCause() + ".";
    }
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return "This is a fault of Varve's; please report it.\n" + trace;
  }

  private static void print(
      CommandLine command, boolean json, String kind, String message, String text) {
    Terminal terminal = Terminal.of(json);
    String name = command.getCommandSpec().qualifiedName();
    terminal.err().println(terminal.ink(Ink.RED, name + ":") + " " + text);
    terminal.result(Json.object()
        .put("command", command.getCommandName())
        .put("outcome", "failed")
        .put("kind", kind)
        .put("message", message)
        .build());
  }
}
