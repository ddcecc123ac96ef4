package dev.varve.runtime.verify;

import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogException;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.catalog.Other;
import dev.varve.runtime.catalog.Surroundings;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Namespace;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One comparison of a database with what is expected of it. */
public final class Verification {
  /** A name without its schema, arguments and what it is on; one that is quoted may have dots. */
  private static final Pattern LAST = Pattern.compile(
      "^(?:(?:\"(?:[^\"]|\"\")+\"|[^\".(\\s]+)\\.)*(\"(?:[^\"]|\"\")+\"|[^\".(]+).*",
      Pattern.DOTALL);

  private static final Pattern NEW_SCHEMA = Pattern.compile(
      "CREATE\\s+SCHEMA\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(\"(?:[^\"]|\"\")+\"|\\w+).*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String LOCKS = """
      SELECT pg_catalog.current_setting('max_locks_per_transaction')::bigint
        * (pg_catalog.current_setting('max_connections')::bigint
          + pg_catalog.current_setting('max_prepared_transactions')::bigint)
      """;

  private final Connection connection;
  private final Name schema;
  private final Expectation expectation;
  private final boolean careful;
  private final long locks;
  private final SortedMap<String, List<Difference>> differences = new TreeMap<>();
  private final SortedMap<String, Drift.Sides> sides = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private final StandIns standIns = new StandIns();
  private final SortedMap<Name, Surroundings> surroundings = new TreeMap<>();
  private final SortedMap<Name, Settled> settled = new TreeMap<>();

  private Verification(
      Connection connection, Name schema, Expectation expectation, boolean careful, long locks) {
    this.careful = careful;
    this.locks = locks;
    this.connection = connection;
    this.schema = schema;
    this.expectation = expectation;
    this.notes.addAll(expectation.notes());
  }

  /**
   * Compares, in the transaction that is open. The caller rolls back what is built.
   *
   * @param schema the schema that the migrations run in
   * @param careful whether what cannot be built is passed over, and told of in the notes
   * @throws VerificationException if what is expected cannot be built
   * @throws SQLException if the server fails; unless careful, also at what cannot be built
   * @throws CatalogException if a catalogue cannot be read
   */
  public static Drift run(
      Connection connection, String schema, Expectation expectation, boolean careful)
      throws SQLException {
    return run(connection, schema, expectation, careful, locks(connection));
  }

  /** @param locks how many may be held at once for what is built */
  static Drift run(
      Connection connection, String schema, Expectation expectation, boolean careful, long locks)
      throws SQLException {
    return new Verification(connection, new Name(schema), expectation, careful, locks).compare();
  }

  private Drift compare() throws SQLException {
    Set<Name> schemas = schemas();
    SortedMap<Name, Catalog> found = new TreeMap<>();
    for (Name name : schemas) {
      if (exists(name)) {
        surroundings.put(name, CatalogReader.surroundings(connection, name));
        found.put(name, CatalogReader.read(connection, name));
      }
    }
    differences
        .computeIfAbsent(Drift.DATABASE, any -> new ArrayList<>())
        .addAll(Shared.differences(connection, expectation.fold()));
    stand(schemas);
    String role = role();
    for (Map.Entry<Name, Catalog> there : found.entrySet()) {
      Name name = there.getKey();
      there.setValue(privileges(name, role).without(there.getValue()));
      settled.put(name, settled(name, there.getValue()));
    }
    SortedMap<Name, Catalog> expected = new TreeMap<>();
    List<Building.Failed> failed = build(found.keySet(), expected);
    for (Map.Entry<Name, Catalog> built : expected.entrySet()) {
      Name name = built.getKey();
      Catalog lasting = privileges(name, role).without(lasting(built.getValue()));
      compare(name, lasting, found.getOrDefault(name, lasting));
    }
    for (Name name : schemas) {
      if (!found.containsKey(name) && exists(standIns.of(name))) {
        add(
            Drift.DATABASE,
            new Difference(
                "schema", Optional.empty(), name.quoted(), Optional.of(""), Optional.empty()));
      }
    }
    owners();
    excuse(failed);
    return new Drift(schema.value(), differences, sides, notes);
  }

  private Settled settled(Name name, Catalog found) throws SQLException {
    Optional<Name> of = name.equals(schema) ? Optional.empty() : Optional.of(name);
    Printing printing = new Printing(connection, schema, name, standIns.of(name), locks);
    return Settled.of(of, expectation, found, printing);
  }

  private void compare(Name name, Catalog expected, Catalog found) {
    Settled known = settled.getOrDefault(name, Settled.NONE);
    List<Difference> all = Catalog.compare(expected, known.rest(found), standIns::intoNames);
    if (!all.isEmpty()) {
      Schema both = known.with(expected.schema());
      String text = standIns.intoNames(SchemaJson.write(both).pretty());
      sides.put(name.value(), new Drift.Sides(SchemaJson.schema(Json.parse(text)), found.schema()));
    }
    all.forEach(difference -> add(name.value(), difference));
  }

  private void add(String place, Difference difference) {
    differences.computeIfAbsent(place, any -> new ArrayList<>()).add(difference);
  }

  /** The current one, and those that the migrations make. */
  private Set<Name> schemas() {
    Set<Name> names = new TreeSet<>();
    names.add(schema);
    for (String statement : expectation.statements()) {
      Matcher matcher = NEW_SCHEMA.matcher(statement);
      if (matcher.matches()) {
        String name = matcher.group(1);
        names.add(new Name(
            name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(java.util.Locale.ROOT)));
      }
    }
    return names;
  }

  private boolean isDeclared(Name name) {
    return expectation.fold().object(new Namespace(name).id()).isPresent();
  }

  private boolean exists(Name name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?")) {
      statement.setString(1, name.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private void stand(Set<Name> schemas) throws SQLException {
    Place place = Place.of(connection, schemas, expectation.statements());
    for (Name name : schemas) {
      Surroundings around = surroundings.get(name);
      standIns.add(
          name,
          place.make(connection, standIns.schemas().size()),
          around == null ? Set.of() : around.extensionParts());
    }
    Surroundings own = surroundings.get(schema);
    Set<String> parts = own == null ? Set.of() : own.extensionParts();
    boolean hasExtensions = !parts.isEmpty();
    if (hasExtensions) {
      standIns.lookIn(standIns.of(schema), parts);
    }
    Place.enter(connection, standIns.of(schema), hasExtensions ? List.of(schema) : List.of());
  }

  private List<Portions.Portion> portions(List<String> statements) {
    Set<String> spared = new HashSet<>();
    Set<String> others = new HashSet<>();
    expectation.fold().tables().forEach(table -> others.add(table.name().name().value()));
    settled
        .values()
        .forEach(known -> known.tables().keySet().forEach(name -> spared.add(name.value())));
    others.removeAll(spared);
    Doubts doubts = Doubts.of(expectation);
    return Portions.of(
        statements, locks, spared, name -> others.contains(name) || doubts.isNamed(name));
  }

  /** Each portion for itself: what it has made is gone, with its locks, when the next is built. */
  private List<Building.Failed> build(Set<Name> schemas, SortedMap<Name, Catalog> expected)
      throws SQLException {
    List<Portions.Portion> portions =
        portions(expectation.statements().stream().filter(Building::isBuilt).toList());
    if (portions.size() == 1) {
      return build(portions.get(0), schemas, expected);
    }
    Map<String, Building.Failed> failed = new LinkedHashMap<>();
    for (Portions.Portion portion : portions) {
      Savepoint before = connection.setSavepoint();
      SortedMap<Name, Catalog> built = new TreeMap<>();
      build(portion, schemas, built)
          .forEach(failure -> failed.putIfAbsent(failure.statement(), failure));
      built.forEach((name, catalog) -> expected.merge(name, catalog, Portions::together));
      connection.rollback(before);
    }
    return List.copyOf(failed.values());
  }

  private List<Building.Failed> build(
      Portions.Portion portion, Set<Name> schemas, SortedMap<Name, Catalog> built)
      throws SQLException {
    List<Building.Failed> failed =
        new Building(connection, standIns, careful).run(portion.statements());
    for (Name name : schemas) {
      // The real one may stay for what is parked, or an extension has, when the migrations drop it.
      if (exists(standIns.of(name))) {
        built.put(
            name,
            portion.whole(CatalogReader.read(connection, standIns.of(name), standIns.names())));
      }
    }
    return failed;
  }

  /** So many does the server have for everybody; we take half of them. */
  private static long locks(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOCKS)) {
      row.next();
      return row.getLong(1) / 2;
    }
  }

  /** As it would be if it had not been built among temporary objects. */
  private static Catalog lasting(Catalog catalog) {
    List<Other> others = new ArrayList<>();
    for (Other other : catalog.others()) {
      String definition = other.definition().replaceFirst("^TEMPORARY( |$)", "");
      if (!definition.isEmpty() || other.definition().isEmpty()) {
        others.add(new Other(other.kind(), other.name(), definition));
      }
    }
    return new Catalog(catalog.schema(), others);
  }

  private String role() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT CURRENT_USER::pg_catalog.regrole::pg_catalog.text")) {
      row.next();
      return row.getString(1);
    }
  }

  private Privileges privileges(Name name, String role) {
    Set<String> owners = new HashSet<>(List.of(role));
    List<Other> defaults = new ArrayList<>();
    for (Surroundings around : surroundings.values()) {
      owners.addAll(around.owners().values());
      defaults.addAll(around.defaultGrants());
    }
    expectation.owner().ifPresent(owners::add);
    return new Privileges(
        defaults,
        owners,
        name.equals(schema) && !isDeclared(name) ? Optional.of(name.value()) : Optional.empty());
  }

  /** Whoever owns the history made the rest; unless somebody else did, before there was one. */
  private void owners() {
    long objects = 0;
    long own = 0;
    for (Surroundings around : surroundings.values()) {
      objects += around.owners().size();
      own += around.owners().values().stream()
          .filter(owner -> expectation.owner().filter(owner::equals).isPresent())
          .count();
    }
    if (expectation.owner().isEmpty() || own == 0 && objects > 2) {
      return;
    }
    String expected = expectation.owner().get();
    surroundings.forEach((name, around) -> around.owners().forEach((object, owner) -> {
      if (!owner.equals(expected)) {
        add(
            name.value(),
            new Difference(
                "owner of", Optional.empty(), object, Optional.of(expected), Optional.of(owner)));
      }
    }));
  }

  /** What a statement would have made or changed that could not be run is no drift. */
  private void excuse(List<Building.Failed> failed) {
    for (Building.Failed failure : failed) {
      if (failure.isOfRole()) {
        continue;
      }
      String statement = standIns.intoNames(failure.statement()).strip();
      String start = statement.lines().findFirst().orElse("");
      int before = count();
      differences
          .values()
          .forEach(
              list -> list.removeIf(difference -> isMentioned(difference, failure.statement())));
      notes.add("Not compared: " + start + " … (" + failure.error().getMessage() + ")"
          + (before == count()
              ? ""
              : " and " + (before - count()) + " differences it may explain"));
    }
  }

  private int count() {
    return differences.values().stream().mapToInt(List::size).sum();
  }

  private static boolean isMentioned(Difference difference, String statement) {
    String name = difference.name();
    String last = LAST.matcher(name).replaceFirst("$1");
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(last) + "(?![\\w$])")
        .matcher(statement)
        .find();
  }
}
