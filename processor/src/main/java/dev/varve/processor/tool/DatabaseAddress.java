package dev.varve.processor.tool;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and how to log in: what the URL says, and for what it leaves out the variables
 * that psql reads. A password that nobody gives the driver looks up in the password file.
 *
 * @param properties by the driver's names
 */
record DatabaseAddress(Map<String, String> properties) {
  private static final String HOST = "PGHOST";
  private static final String PORT = "PGPORT";
  private static final String NAME = "PGDBNAME";
  private static final String USER = "user";
  private static final String PASSWORD = "password";

  /** The variables of psql, and the driver's names; the driver reads PGPASSFILE by itself. */
  private static final Map<String, String> VARIABLES = Map.ofEntries(
      Map.entry("PGHOST", HOST),
      Map.entry("PGPORT", PORT),
      Map.entry("PGDATABASE", NAME),
      Map.entry("PGUSER", USER),
      Map.entry("PGPASSWORD", PASSWORD),
      Map.entry("PGOPTIONS", "options"),
      Map.entry("PGAPPNAME", "ApplicationName"),
      Map.entry("PGCONNECT_TIMEOUT", "connectTimeout"),
      Map.entry("PGSSLMODE", "sslmode"),
      Map.entry("PGSSLROOTCERT", "sslrootcert"),
      Map.entry("PGSSLCERT", "sslcert"),
      Map.entry("PGSSLKEY", "sslkey"));

  DatabaseAddress {
    properties = Map.copyOf(properties);
  }

  /**
   * The address that arguments and environment name.
   *
   * @param given the URL of the command line; else that of {@code DATABASE_URL} counts
   * @throws Failure of usage if no database is named, or it cannot be reached in this way
   */
  static DatabaseAddress of(Optional<String> given, Map<String, String> environment) {
    Map<String, String> found = new TreeMap<>(Map.of(HOST, "localhost", PORT, "5432"));
    VARIABLES.forEach((variable, name) -> Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isEmpty())
        .ifPresent(value -> found.put(name, value)));
    Optional<String> url = given.or(
        () -> Optional.ofNullable(environment.get("DATABASE_URL")).filter(u -> !u.isBlank()));
    if (url.isPresent()) {
      String where = given.isPresent() ? "--url" : "DATABASE_URL";
      found.putAll(parse(url.get().strip(), where, found));
    } else if (!isIn(environment)) {
      throw Failure.ofUsage("No database is named. Give --url postgresql://USER@HOST/NAME, or set"
          + " DATABASE_URL, or PGHOST and PGDATABASE.");
    }
    if (found.getOrDefault(HOST, "").startsWith("/")) {
      throw Failure.ofUsage("PGHOST: " + found.get(HOST)
          + " is a folder of Unix sockets, and the driver connects through TCP only. Name a host,"
          + " such as localhost.");
    }
    found.putIfAbsent(USER, System.getProperty("user.name"));
    found.putIfAbsent(NAME, found.get(USER));
    found.putIfAbsent("ApplicationName", "varve");
    return new DatabaseAddress(found);
  }

  /** Whether the environment names a database. */
  static boolean isIn(Map<String, String> environment) {
    return !environment.getOrDefault("DATABASE_URL", "").isBlank()
        || environment.containsKey("PGHOST")
        || environment.containsKey("PGDATABASE");
  }

  private static Map<String, String> parse(String url, String where, Map<String, String> defaults) {
    if (ConnectionUri.isOne(url)) {
      try {
        return ConnectionUri.parse(url);
      } catch (IllegalArgumentException malformed) {
        throw malformed(where, malformed.getMessage() + ".");
      }
    }
    Properties left = new Properties();
    left.putAll(defaults);
    Properties parsed = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, left) : null;
    if (parsed == null) {
      throw malformed(where, "it is not the address of a PostgreSQL database.");
    }
    Map<String, String> found = new LinkedHashMap<>();
    parsed.stringPropertyNames().forEach(name -> found.put(name, parsed.getProperty(name)));
    return found;
  }

  /** Not the URL itself: it may hold a password. */
  private static Failure malformed(String where, String problem) {
    return Failure.ofUsage(where + ": the URL cannot be read, " + problem
        + " Write postgresql://USER:PASSWORD@HOST:PORT/NAME?PARAMETER=VALUE or jdbc:postgresql:…;"
        + " what is special in a URL is written %XX.");
  }

  DatabaseAddress with(String property, String value) {
    Map<String, String> changed = new TreeMap<>(properties);
    changed.put(property, value);
    return new DatabaseAddress(changed);
  }

  DatabaseAddress withUser(String user) {
    return with(USER, user);
  }

  DatabaseAddress withPassword(String password) {
    return with(PASSWORD, password);
  }

  DatabaseAddress withDatabase(String database) {
    return with(NAME, database);
  }

  DatabaseAddress withSchema(String schema) {
    return with("currentSchema", '"' + schema.replace("\"", "\"\"") + '"');
  }

  /** With the first schema of the search path. */
  DatabaseAddress withoutSchema() {
    Map<String, String> changed = new TreeMap<>(properties);
    changed.remove("currentSchema");
    return new DatabaseAddress(changed);
  }

  /** As psql and pg_dump take it, so that a command without arguments means the same database. */
  Map<String, String> variables() {
    Map<String, String> found = new TreeMap<>();
    VARIABLES.forEach((variable, name) -> {
      if (properties.containsKey(name) && !name.equals("ApplicationName")) {
        found.put(variable, properties.getOrDefault(name, ""));
      }
    });
    return found;
  }

  String name() {
    return properties.getOrDefault(NAME, "");
  }

  PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url());
    source.setUser(properties.get(USER));
    source.setPassword(properties.get(PASSWORD));
    return source;
  }

  /** As the driver writes it; without the login. */
  private String url() {
    String[] hosts = properties.getOrDefault(HOST, "").split(",");
    String[] ports = properties.getOrDefault(PORT, "").split(",");
    StringBuilder url = new StringBuilder("jdbc:postgresql://");
    for (int i = 0; i < hosts.length; i++) {
      url.append(i == 0 ? "" : ",").append(hosts[i]).append(':').append(ports[i % ports.length]);
    }
    url.append('/').append(encoded(name()));
    char separator = '?';
    for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
      if (!property.getKey().startsWith("PG")
          && !property.getKey().equals(USER)
          && !property.getKey().equals(PASSWORD)) {
        url.append(separator).append(encoded(property.getKey())).append('=');
        url.append(encoded(property.getValue()));
        separator = '&';
      }
    }
    return url.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** {@code shop on db.example.org:5432}; never a password. */
  @Override
  public String toString() {
    return name() + " on " + properties.get(HOST) + ":" + properties.get(PORT);
  }
}
