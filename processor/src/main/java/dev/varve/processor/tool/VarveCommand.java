package dev.varve.processor.tool;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

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
      VerifyCommand.class,
      LogCommand.class,
      BaselineCommand.class,
      StampCommand.class,
      ResetCommand.class,
      NewCommand.class,
      SquashCommand.class,
      PullCommand.class
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
    Notes.install();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new VarveCommand());
    ManualPage.layOut(line);
    line.setOut(new PrintWriter(Terminal.of(false).out(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(ErrorReport::misused);
    line.setExecutionExceptionHandler(ErrorReport::failed);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }
}
