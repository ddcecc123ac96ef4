package dev.varve.processor.tool;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which database. */
final class ConnectionOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The database, as postgresql://HOST:PORT/NAME or jdbc:postgresql://HOST:PORT/NAME."
              + " Default: DATABASE_URL; what it leaves out, or all, is taken from PGHOST, PGPORT,"
              + " PGDATABASE, PGUSER and the like.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "The role to log in as, whatever the URL says.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--password",
      description = "Ask for the password. Without it, it is that of the URL, of PGPASSWORD, or of"
          + " the password file (PGPASSFILE, else ~/.pgpass).")
  private boolean askForPassword;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "The schema to work on, which must exist. Default: the first of search_path.")
  private Optional<String> schema = Optional.empty();

  /** Whether one is named, here or in the environment. */
  boolean isNamed() {
    return url.isPresent() || DatabaseAddress.isIn(System.getenv());
  }

  /** The database that is meant. */
  DatabaseAddress address() {
    DatabaseAddress address = DatabaseAddress.of(url, System.getenv());
    if (user.isPresent()) {
      address = address.withUser(user.get());
    }
    if (askForPassword) {
      address = address.withPassword(Prompt.password("Password: "));
    }
    return schema.isPresent() ? address.withSchema(schema.get()) : address;
  }
}
