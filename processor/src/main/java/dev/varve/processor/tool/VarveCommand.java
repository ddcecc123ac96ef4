package dev.varve.processor.tool;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code varve}: reads the arguments, runs a verb, and ends with its exit code. */
@Command(
    name = "varve",
    header = "migrates PostgreSQL databases",
    customSynopsis = {"varve VERB [OPTION...]", "varve VERB --help"},
    description = {
      "Applies the migrations that Varve's annotation processor wrote and packed, and those written"
          + " by hand beside them. It does what an application does that calls Varve.migrate, with"
          + " the same lock and the same history; any number may run at once, and a run that was"
          + " killed is resumed by the next."
    },
    footer = {
      "varve status --url postgresql://ada@db.example.org/shop",
      "varve migrate --migrations shop.jar",
      "varve migrate --help"
    },
    subcommands = {
      StatusCommand.class,
      PlanCommand.class,
      MigrateCommand.class,
      RollbackCommand.class,
      LogCommand.class,
      BaselineCommand.class,
      StampCommand.class,
      ResetCommand.class,
      NewCommand.class
    },
    versionProvider = VarveCommand.Version.class,
    mixinStandardHelpOptions = true)
public final class VarveCommand {
  private VarveCommand() {}

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = VarveCommand.class.getPackage().getImplementationVersion();
      return new String[] {"varve " + Optional.ofNullable(version).orElse("development")};
    }
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new VarveCommand());
    ManualPage.layOut(line);
    line.setOut(new PrintWriter(Terminal.of(false).out(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(VarveCommand::misused);
    line.setExecutionExceptionHandler(VarveCommand::failed);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int misused(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    Terminal terminal = Terminal.of(false);
    terminal.err().println(terminal.ink(Ink.RED, name + ":") + " " + message(e));
    terminal.err().println("See " + name + " --help.");
    return ExitCode.USAGE;
  }

  private static String message(ParameterException e) {
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

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    Terminal terminal = Terminal.of(command.getParseResult().hasMatchedOption("--json"));
    String message = message(e);
    terminal.err().println(terminal.ink(Ink.RED, name + ":") + " " + message);
    terminal.result(Json.object()
        .put("command", command.getCommandName())
        .put("outcome", "failed")
        .put("kind", e.getClass().getSimpleName())
        .put("message", message)
        .build());
    return e instanceof Failure failure ? failure.exitCode() : ExitCode.FAILED;
  }

  private static String message(Exception e) {
    if (e instanceof MigrationException.LosesData loss) {
      return e.getMessage() + " That is: --allow-loss " + String.join(",", loss.losses());
    }
    if (e instanceof Failure || e instanceof MigrationException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof UncheckedIOException unreadable) {
      return unreadable.getCause() + ".";
    }
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return "This is a fault of Varve's; please report it.\n" + trace;
  }
}
