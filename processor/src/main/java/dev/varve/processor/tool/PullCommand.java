package dev.varve.processor.tool;

import dev.varve.processor.pull.Pull;
import dev.varve.processor.pull.PullException;
import dev.varve.processor.pull.Pulled;
import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a database and writes the records, and the migrations, that make it. */
@Command(
    name = "pull",
    header = "writes the records of a database, and its first migrations",
    description = {
      "Reads the catalogue of the database, in a transaction that writes nothing, and writes a record"
          + " for each table and view, an enum for each enum, and what else there is as annotations;"
          + " names in Java are idiomatic, and those of the database stand beside them where they"
          + " differ. Compiling the records, and migrating an empty database, gives the same schema.",
      "",
      "If the folder of migrations is empty, it writes the first ones, as a compilation of the records"
          + " would. What records cannot say goes into scripts before and beside them, and is listed."
          + " With --stamp the history of the database begins there: it has all of them already.",
      "",
      "If there are records already, it updates what the database has otherwise, and keeps the rest of"
          + " the files: methods, comments, annotations of others. Compile then: that writes the"
          + " migration.",
      "",
      "It asks the Java compiler, so it needs a JDK."
    },
    footer = {
      "varve pull --url postgresql://db.example.org/shop --package shop",
      "varve pull --package shop --schemas public,billing --stamp"
    },
    mixinStandardHelpOptions = true)
final class PullCommand implements Callable<Integer> {
  @Option(
      names = "--package",
      paramLabel = "NAME",
      required = true,
      description = "The package of the records. Those of another schema than the first of"
          + " search_path get one below it, unless --schemas names another.")
  private String packageName = "";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "The folder of sources. Default: src/main/java.")
  private Path out = Path.of("src/main/java");

  @Option(
      names = "--migrations",
      paramLabel = "FOLDER",
      description = "The folder of the SQL files. Default: src/main/resources/db/migration.")
  private Path migrations = MigrationsOptions.DEFAULT;

  @Option(
      names = "--schemas",
      paramLabel = "NAME[=PACKAGE]",
      split = ",",
      description =
          "Only these schemas, each with a package if it is to have one of its own choice."
              + " Default: all but those of PostgreSQL and of extensions.")
  private List<String> schemas = List.of();

  @Option(
      names = "--stamp",
      description = "Write into varve_history, which it creates, that the migrations are applied.")
  private boolean stamp;

  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private LockOptions lock = new LockOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    DatabaseAddress address = connection.address();
    Terminal terminal = output.terminal();
    Pulled pulled = pull(address);
    if (stamp) {
      lock.on(Varve.of(address.dataSource())
              .sources(List.of(FolderMigrations.read(migrations, Optional.of(packageName)))))
          .baseline();
    }
    terminal.line("Pulled " + address + ": " + Amounts.count(pulled.tables(), "table") + ", "
        + Amounts.count(pulled.views(), "view") + ", " + Amounts.count(pulled.types(), "type")
        + ".");
    terminal.line("Wrote " + Amounts.count(pulled.sources().size(), "source") + " below " + out
        + (pulled.unchanged() == 0 ? "" : "; " + pulled.unchanged() + " are as they were") + ".");
    pulled.migrations().forEach(file -> terminal.line("Wrote " + file));
    left(terminal, pulled);
    if (stamp) {
      terminal.line("The database has the migrations: varve_history says so.");
    }
    pulled.notes().forEach(terminal::note);
    terminal.result(json(pulled));
    return ExitCode.DONE;
  }

  private Pulled pull(DatabaseAddress address) {
    Map<String, String> packages = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (String schema : schemas) {
      int equals = schema.indexOf('=');
      String name = equals < 0 ? schema : schema.substring(0, equals);
      names.add(name);
      if (equals >= 0) {
        packages.put(name, schema.substring(equals + 1));
      }
    }
    try (Connection opened = address.dataSource().getConnection()) {
      return new Pull(packageName, packages, names, out, migrations).run(opened);
    } catch (SQLException e) {
      throw Failure.of(address + " cannot be read: " + e.getMessage() + ". Nothing was written.");
    } catch (IOException e) {
      throw Failure.of("The files cannot be written: " + e + ".");
    } catch (PullException e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    }
  }

  private static void left(Terminal terminal, Pulled pulled) {
    if (!pulled.left().isEmpty()) {
      terminal.line("");
      terminal.line("Records do not say, so that scripts do:");
    }
    for (Pulled.Left left : pulled.left()) {
      if (left.place() != Pulled.Place.NOWHERE) {
        terminal.line("  " + left.thing() + ": " + left.reason());
      }
    }
    List<Pulled.Left> lost = pulled.left().stream()
        .filter(left -> left.place() == Pulled.Place.NOWHERE)
        .toList();
    if (!lost.isEmpty()) {
      terminal.line("");
      terminal.line("Nothing says yet; write it into a migration of your own (varve new):");
      lost.forEach(left -> terminal.line("  " + left.thing() + ": " + left.reason()));
    }
  }

  private Json json(Pulled pulled) {
    Json.ObjectBuilder result = Json.object()
        .put("command", "pull")
        .put("outcome", "done")
        .put("tables", pulled.tables())
        .put("views", pulled.views())
        .put("types", pulled.types())
        .put("sources", texts(pulled.sources()))
        .put("unchanged", pulled.unchanged())
        .put("migrations", texts(pulled.migrations()))
        .put("stamped", stamp);
    return result
        .put(
            "left",
            Json.array(pulled.left().stream()
                .map(left -> Json.object()
                    .put("thing", left.thing())
                    .put("reason", left.reason())
                    .put("place", left.place().name().toLowerCase(java.util.Locale.ROOT))
                    .build())
                .toList()))
        .put("notes", Json.array(pulled.notes().stream().map(Json::of).toList()))
        .build();
  }

  private static Json texts(List<Path> paths) {
    return Json.array(paths.stream().map(path -> Json.of(path.toString())).toList());
  }
}
