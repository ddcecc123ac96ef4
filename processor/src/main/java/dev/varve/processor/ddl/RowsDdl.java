package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.processor.plan.Mark;
import dev.varve.processor.plan.Obstacle;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that stand in the way of a change: the script stops, and says how many there are and which
 * query finds them. The query is text, so that a column may have the name of a variable here.
 */
final class RowsDdl implements Obstacle.Visitor<RowsDdl.Look> {
  /**
   * A look for rows.
   *
   * @param comment what is looked for
   * @param pending what must be so for the look to make sense: that the change is not made yet
   */
  record Look(String comment, List<Sql> pending, Sql variables, Sql body) {}

  private static final String COUNT = """
      EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
      {}
      """;

  private final Labels labels;

  private RowsDdl(Labels labels) {
    this.labels = labels;
  }

  static Paragraph refuse(Action.RefuseRows action, Labels labels) {
    Look look = action.obstacle().accept(new RowsDdl(labels));
    List<Sql> pending = new ArrayList<>();
    action
        .tables()
        .forEach(table -> pending.add(Sql.of("{} IS NOT NULL", Sql.findRelation(table))));
    action
        .columns()
        .forEach(column -> pending.add(ColumnDdl.exists(column.table(), column.column())));
    pending.addAll(look.pending());
    Sql body = look.body();
    if (!pending.isEmpty()) {
      body = Sql.of(
          """
          IF {} THEN
            {}
          END IF;
          """, Sql.raw(pending.stream().map(Sql::text).collect(Collectors.joining(" AND "))), body);
    }
    List<Sql> statements = new ArrayList<>();
    if (action.mark().isPresent()) {
      Mark mark = action.mark().get();
      statements.add(OnceDdl.TABLE);
      body = Sql.of("""
          IF {} THEN
            {}
          END IF;
          """, OnceDdl.isPending(mark), body);
    }
    statements.add(Sql.block(look.variables(), body));
    return new Paragraph(look.comment(), statements);
  }

  /** What a query finds. */
  private static Look found(
      String comment, List<Sql> pending, String query, String what, String remedy, String state) {
    return new Look(
        comment,
        pending,
        Sql.of("query text := {};\nstanding bigint;", query),
        Sql.of(COUNT, refused(what, remedy, state)));
  }

  private static Sql refused(String what, String remedy, String state) {
    return Sql.of("""
        IF standing > 0 THEN
          RAISE EXCEPTION {}, standing, query
            USING ERRCODE = {};
        END IF;
        """, Sql.raw(message(what, remedy)), state);
  }

  /** The first {@code #} is the number. */
  private static String message(String what, String remedy) {
    return Sql.literal(percent(what).replaceFirst("#", "%")
        + ". Find them with: %; "
        + percent(remedy)
        + ", then run the migration again.");
  }

  private static String percent(String text) {
    return text.replace("%", "%%");
  }

  private static String rows(QualifiedName table, String condition) {
    return "SELECT * FROM " + table.quoted() + " WHERE " + condition;
  }

  private static List<Sql> unless(boolean again, Sql there) {
    return again ? List.of() : List.of(Sql.of("NOT {}", there));
  }

  private String label(QualifiedName table, List<Name> columns) {
    return columns.stream().map(c -> labels.column(table, c)).collect(Collectors.joining(", "));
  }

  private static String names(QualifiedName table, List<Name> columns) {
    return columns.stream()
        .map(column -> new ColumnName(table, column).toString())
        .collect(Collectors.joining(", "));
  }

  @Override
  public Look nulls(Obstacle.Nulls nulls) {
    String condition = nulls.column().quoted() + " " + ColumnDdl.isNull(nulls.row());
    return found(
        labels.column(nulls.table(), nulls.column()) + ": no row may have NULL.",
        List.of(Sql.of("NOT {}", ColumnDdl.refusesNull(nulls.table(), nulls.column()))),
        rows(nulls.table(), condition),
        "Column " + nulls.table() + "." + nulls.column() + " is to refuse NULL, but # rows have it",
        "give them a value",
        "not_null_violation");
  }

  @Override
  public Look noValue(Obstacle.NoValue obstacle) {
    QualifiedName table = obstacle.table();
    String column = table + "." + obstacle.column();
    List<String> conditions = new ArrayList<>();
    obstacle
        .old()
        .ifPresent(old -> conditions.add(old.quoted() + " " + ColumnDdl.isNull(obstacle.row())));
    obstacle
        .expression()
        .ifPresent(sql -> conditions.add("(" + sql + ") " + ColumnDdl.isNull(obstacle.row())));
    Sql done = obstacle
        .old()
        .map(old -> ColumnDdl.refusesNull(table, old))
        .orElseGet(() -> ColumnDdl.exists(table, obstacle.column()));
    return found(
        labels.column(table, obstacle.column()) + ": every row must get a value.",
        List.of(Sql.of("NOT {}", done)),
        conditions.isEmpty()
            ? "SELECT * FROM " + table.quoted()
            : rows(table, String.join(" AND ", conditions)),
        "Column " + column + " is to refuse NULL, but "
            + obstacle
                .expression()
                .map(sql -> Paragraph.oneLine(sql) + " has no value for # rows")
                .orElse("there is no value for # rows"),
        obstacle.expression().isPresent() ? "give them values" : "delete them",
        "not_null_violation");
  }

  @Override
  public Look failing(Obstacle.Failing failing) {
    Constraint.Check check = failing.check();
    return found(
        failing.table() + " (" + check.name() + "): no row may break the check.",
        unless(failing.again(), ConstraintDdl.exists(failing.table(), check.name())),
        rows(failing.table(), "NOT (" + check.expression() + ")"),
        "Check " + check.name() + " of " + failing.table() + " is to hold, but # rows break it",
        "change them",
        "check_violation");
  }

  @Override
  public Look duplicates(Obstacle.Duplicates duplicates) {
    QualifiedName table = duplicates.table();
    List<String> keys = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    duplicates.index().where().ifPresent(where -> conditions.add("(" + where + ")"));
    for (IndexKey key : duplicates.index().keys()) {
      String value = key.column()
          .map(Name::quoted)
          .orElseGet(() -> "(" + key.expression().orElseThrow() + ")");
      keys.add(value + key.collation().map(name -> " COLLATE " + name.quoted()).orElse(""));
      boolean refuses = key.column().filter(duplicates.refusing()::contains).isPresent();
      if (!refuses && !duplicates.index().nullsNotDistinct()) {
        boolean row = key.column().filter(duplicates.rows()::contains).isPresent();
        conditions.add(value + (row ? " IS DISTINCT FROM NULL" : " IS NOT NULL"));
      }
    }
    String list = String.join(", ", keys);
    String query = "SELECT " + list + ", count(*) FROM " + table.quoted()
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
        + " GROUP BY " + list + " HAVING count(*) > 1";
    Name name = duplicates.index().name();
    return found(
        table + " (" + name + "): no two rows may have the same.",
        unless(
            duplicates.again(),
            Sql.of("""
                EXISTS (
                  SELECT FROM pg_index
                  WHERE indexrelid = {} AND indrelid = {} AND indisvalid
                )
                """, Sql.findRelation(table.sibling(name)), Sql.findRelation(table))),
        query,
        "Key " + name + " of " + table + " is to be unique: " + Paragraph.oneLine(list)
            + "; but # values are there more than once",
        "change or delete some of them",
        "unique_violation");
  }

  @Override
  public Look overlaps(Obstacle.Overlaps overlaps) {
    QualifiedName table = overlaps.table();
    Constraint.Exclusion rule = overlaps.exclusion();
    List<String> values = new ArrayList<>();
    List<String> clashes = new ArrayList<>(List.of("a.ctid < b.ctid"));
    for (Constraint.Exclusion.Element element : rule.elements()) {
      String alias = "key_" + (values.size() + 1);
      values.add(element
              .key()
              .column()
              .map(Name::quoted)
              .orElseGet(() -> "(" + element.key().expression().orElseThrow() + ")")
          + " AS " + alias);
      clashes.add("a." + alias + " " + element.operator() + " b." + alias);
    }
    String query = "WITH keys AS (SELECT ctid, " + String.join(", ", values) + " FROM "
        + table.quoted() + rule.where().map(where -> " WHERE " + where).orElse("")
        + ") SELECT * FROM keys AS a JOIN keys AS b ON " + String.join(" AND ", clashes);
    boolean plain =
        rule.columns().size() == rule.elements().size() && rule.where().isEmpty();
    String list = plain
        ? rule.columns().stream().distinct().map(Name::quoted).collect(Collectors.joining(", "))
        : "*";
    Constraint twin = new Constraint.Exclusion(
        rule.name(), rule.method(), rule.elements(), List.of(), rule.where(), Timing.AT_ONCE);
    return new Look(
        table + " (" + rule.name() + "): no row may clash with another.",
        unless(overlaps.again(), ConstraintDdl.exists(table, rule.name())),
        Sql.of("query text := {};\nstanding bigint;", query),
        Sql.of(
            """
            EXECUTE {};
            ALTER TABLE pg_temp.varve_standing ADD {};
            EXECUTE {};
            GET DIAGNOSTICS standing = ROW_COUNT;
            EXECUTE 'SELECT count(*) - ' || standing || {} INTO standing;
            DROP TABLE pg_temp.varve_standing;
            {}
            """,
            "CREATE TEMP TABLE varve_standing AS SELECT " + list + " FROM " + table.quoted()
                + " WITH NO DATA",
            Sql.raw(twin.sql()),
            "INSERT INTO pg_temp.varve_standing SELECT " + list + " FROM " + table.quoted()
                + " ON CONFLICT DO NOTHING",
            " FROM " + table.quoted(),
            refused(
                "Constraint " + rule.name() + " of " + table
                    + " is to hold, but # rows clash with others",
                "change or delete some of them",
                "exclusion_violation")));
  }

  @Override
  public Look orphans(Obstacle.Orphans orphans) {
    Constraint.ForeignKey key = orphans.key();
    boolean full = key.traits().matchFull();
    String none = full && key.columns().size() > 1
        ? key.columns().stream()
            .map(column -> "child." + column.quoted() + " IS NOT NULL")
            .collect(Collectors.joining(" OR ", "(", ")"))
        : key.columns().stream()
            .map(column -> "child." + column.quoted() + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    String lost =
        orphans.toNew() ? "" : " AND NOT " + (key.traits().period() ? covered(key) : there(key));
    return found(
        label(orphans.table(), key.columns()) + ": what is referenced in " + key.target()
            + " must be there.",
        unless(orphans.again(), ConstraintDdl.exists(orphans.table(), key.name())),
        "SELECT * FROM " + orphans.table().quoted() + " AS child WHERE " + none + lost,
        names(orphans.table(), key.columns()) + " is to reference " + key.target()
            + ", but # rows reference nothing that is there",
        "change or delete them, or add what they reference",
        "foreign_key_violation");
  }

  private static String matches(Constraint.ForeignKey key, int columns) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      pairs.add("parent." + key.targetColumns().get(i).quoted() + " = child."
          + key.columns().get(i).quoted());
    }
    return String.join(" AND ", pairs);
  }

  private static String there(Constraint.ForeignKey key) {
    return "EXISTS (SELECT FROM " + key.target().quoted() + " AS parent WHERE "
        + matches(key, key.columns().size()) + ")";
  }

  /** A range must be covered by those of the target together. */
  private static String covered(Constraint.ForeignKey key) {
    int last = key.columns().size() - 1;
    String range = "child." + key.columns().get(last).quoted();
    String whole = "parent." + key.targetColumns().get(last).quoted();
    return "coalesce(" + range + " <@ (SELECT range_agg(" + whole + ") FROM "
        + key.target().quoted() + " AS parent WHERE "
        + Stream.of(matches(key, last), whole + " && " + range)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" AND "))
        + "), false)";
  }

  @Override
  public Look unfit(Obstacle.Unfit unfit) {
    QualifiedName table = unfit.table();
    Name name = unfit.column().name();
    List<Sql> pending = List.of(Sql.of(
        """
            EXISTS (
              SELECT FROM pg_attribute
              WHERE attrelid = {} AND attname = {}
                AND format_type(atttypid, atttypmod) = {}
            )
            """,
        Sql.findRelation(table),
        name.value(),
        CatalogName.of(unfit.column().type())));
    String comment =
        labels.column(table, name) + ": every value must fit " + unfit.to().sql() + ".";
    String what = "Column " + table + "." + name + " is to become " + unfit.to().sql()
        + ", but # rows have a value that cannot";
    String remedy = "give them another value";
    Optional<String> condition = Narrowing.condition(unfit);
    if (condition.isPresent()) {
      return found(comment, pending, rows(table, condition.get()), what, remedy, "data_exception");
    }
    // A variable of a domain that refuses NULL cannot even be declared.
    boolean named = unfit.to() instanceof ColumnType.Named;
    String cast = "::" + unfit.to().sql();
    boolean isCast = !named || unfit.expression().endsWith(cast);
    String value =
        "SELECT (" + unfit.expression() + ")" + (isCast ? "" : cast) + " FROM " + table.quoted();
    return new Look(
        comment,
        pending,
        Sql.of(
            "fitting {};\nplace record;\nstanding bigint := 0;\nquery text;",
            named ? Sql.of("record") : ColumnDdl.type(unfit.to())),
        Sql.of(
            """
            BEGIN
              FOR fitting IN EXECUTE {} LOOP
              END LOOP;
            EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
              FOR place IN EXECUTE {} LOOP
                BEGIN
                  EXECUTE {} INTO fitting USING place.tableoid, place.ctid;
                EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
                  standing := standing + 1;
                  IF standing <= 20 THEN
                    query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
                  END IF;
                END;
              END LOOP;
              query := {} || query || ')';
              {}
            END;
            """,
            value,
            "SELECT tableoid, ctid FROM " + table.quoted(),
            value + " WHERE tableoid = $1 AND ctid = $2",
            "SELECT * FROM " + table.quoted() + " WHERE (tableoid, ctid) IN (",
            refused(what, remedy, "data_exception")));
  }

  @Override
  public Look goneValues(Obstacle.GoneValues gone) {
    String values = Sql.array(gone.values(), "text").text();
    boolean array = gone.column().type() instanceof ColumnType.ArrayOf;
    return found(
        labels.column(gone.table(), gone.column().name()) + ": no row may have "
            + String.join(", ", gone.values()) + ".",
        List.of(Sql.of("""
            EXISTS (
              SELECT FROM pg_enum
              WHERE enumtypid = {} AND enumlabel = ANY ({})
            )
            """, Sql.findType(gone.type()), Sql.raw(values))),
        rows(
            gone.table(),
            gone.column().name().quoted()
                + (array ? "::text[] && " + values : "::text = ANY (" + values + ")")),
        "Enum " + gone.type() + " is to lose " + String.join(", ", gone.values())
            + ", but # rows have it",
        "give them another value",
        "check_violation");
  }

  @Override
  public Look outsideDomain(Obstacle.OutsideDomain outside) {
    QualifiedName table = outside.table();
    String column = outside.column().name().quoted();
    boolean array = outside.column().type() instanceof ColumnType.ArrayOf;
    String element = array ? "element" : column;
    String breaks = outside
        .check()
        .map(check -> "NOT ("
            + Expressions.withColumnRenamed(
                check.expression(),
                new Name("value"),
                array ? new Name("element") : outside.column().name())
            + ")")
        .orElse(element + " IS NULL");
    String condition = array
        ? "EXISTS (SELECT FROM unnest(" + column + ") AS element WHERE " + breaks + ")"
        : breaks;
    return found(
        labels.column(table, outside.column().name()) + ": every value must be one of the domain "
            + outside.domain().name() + ".",
        List.of(),
        rows(table, condition),
        "Domain " + outside.domain().name() + " is to "
            + outside.check().map(check -> "have the check " + check.name()).orElse("refuse NULL")
            + ", but # rows of " + table + " break it",
        "give them another value",
        outside.check().isPresent() ? "check_violation" : "not_null_violation");
  }
}
