package dev.varve.processor.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays help out like a page of the manual: capital headings, and what belongs to each indented. */
final class ManualPage {
  private static final int WIDTH = 80;
  private static final String INDENT = "       ";
  private static final String ENVIRONMENT = "environment";

  /** What the variables mean, for every verb that connects. */
  private static final List<String> VARIABLES = List.of(
      "DATABASE_URL",
      "    The database, if there is no --url.",
      "PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD, PGPASSFILE, PGSSLMODE, PGSSLROOTCERT,"
          + " PGSSLCERT, PGSSLKEY, PGOPTIONS, PGAPPNAME, PGCONNECT_TIMEOUT",
      "    As for psql; what a URL says counts more.",
      "NO_COLOR",
      "    If it is set, no colours and no progress bar.");

  private static final Map<String, String> HEADINGS = Map.of(
      UsageMessageSpec.SECTION_KEY_HEADER,
      "NAME",
      UsageMessageSpec.SECTION_KEY_SYNOPSIS,
      "SYNOPSIS",
      UsageMessageSpec.SECTION_KEY_DESCRIPTION,
      "DESCRIPTION",
      UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
      "ARGUMENTS",
      UsageMessageSpec.SECTION_KEY_OPTION_LIST,
      "OPTIONS",
      UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
      "VERBS",
      UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST,
      "EXIT STATUS",
      ENVIRONMENT,
      "ENVIRONMENT",
      UsageMessageSpec.SECTION_KEY_FOOTER,
      "EXAMPLES");

  private static final List<String> ORDER = List.of(
      UsageMessageSpec.SECTION_KEY_HEADER,
      UsageMessageSpec.SECTION_KEY_SYNOPSIS,
      UsageMessageSpec.SECTION_KEY_DESCRIPTION,
      UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
      UsageMessageSpec.SECTION_KEY_OPTION_LIST,
      UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
      UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST,
      ENVIRONMENT,
      UsageMessageSpec.SECTION_KEY_FOOTER);

  private ManualPage() {}

  /** Applies to the command and its verbs. */
  static void layOut(CommandLine command) {
    Map<String, IHelpSectionRenderer> sections = new HashMap<>(command.getHelpSectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_HEADER, ManualPage::name);
    sections.put(ENVIRONMENT, help -> environment(help.commandSpec()));
    sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, ManualPage::examples);
    for (String key : ORDER) {
      IHelpSectionRenderer plain = sections.getOrDefault(key, help -> "");
      sections.put(key, help -> section(HEADINGS.getOrDefault(key, ""), plain.render(help)));
    }
    command.setHelpSectionMap(sections);
    command.setHelpSectionKeys(ORDER);
    configure(command);
  }

  private static void configure(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.usageMessage().width(WIDTH - INDENT.length()).exitCodeList(exitCodes(spec));
    command.getSubcommands().values().forEach(ManualPage::configure);
  }

  private static String name(CommandLine.Help help) {
    CommandSpec spec = help.commandSpec();
    return spec.qualifiedName() + " - " + String.join(" ", spec.usageMessage().header());
  }

  /** Lines to be copied are not broken. */
  private static String examples(CommandLine.Help help) {
    return String.join(System.lineSeparator(), help.commandSpec().usageMessage().footer());
  }

  private static String section(String heading, String text) {
    String body = text.stripTrailing();
    if (body.isBlank()) {
      return "";
    }
    String indented = body.lines()
        .map(line -> line.isBlank() ? "" : INDENT + line)
        .collect(Collectors.joining(System.lineSeparator()));
    String newLine = System.lineSeparator();
    return (heading.equals("NAME") ? "" : newLine) + heading + newLine + indented + newLine;
  }

  private static Map<String, String> exitCodes(CommandSpec spec) {
    Map<String, String> codes = new java.util.LinkedHashMap<>();
    codes.put(" " + ExitCode.DONE, "Done, or nothing was to be done.");
    codes.put(" " + ExitCode.FAILED, "Failed; the message says what state is left.");
    codes.put(
        " " + ExitCode.USAGE,
        "The arguments or the environment are not right; nothing was" + " tried.");
    if (spec.parent() == null || spec.name().equals("status")) {
      codes.put(
          " " + ExitCode.DIFFERENT,
          "status: migrations are pending, or the database is not as" + " they say.");
    }
    return codes;
  }

  private static String environment(CommandSpec spec) {
    if (spec.parent() != null && spec.findOption("--url") == null) {
      return "";
    }
    return VARIABLES.stream()
        .flatMap(line -> wrapped(line).stream())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static List<String> wrapped(String line) {
    List<String> lines = new java.util.ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String word : line.split("(?<=\\S) ")) {
      if (current.length() + word.length() > WIDTH - INDENT.length() - 1) {
        lines.add(current.toString());
        current.setLength(0);
      }
      current.append(current.length() == 0 ? "" : " ").append(word);
    }
    lines.add(current.toString());
    return lines;
  }
}
