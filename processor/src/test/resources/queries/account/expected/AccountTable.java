package shop;

import dev.varve.runtime.query.ArrayColumn;
import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.DocumentColumn;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableArrayColumn;
import dev.varve.runtime.query.NullableArrayExpression;
import dev.varve.runtime.query.NullableColumn;
import dev.varve.runtime.query.NullableDocumentExpression;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberColumn;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.VersionedTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The table {@code accounts} of {@link Account}.
 */
public final class AccountTable extends VersionedTable<AccountTable, Account, AccountInsert, AccountPatch, Integer> {
  public static final AccountTable ACCOUNTS = new AccountTable("accounts");

  public final Column<AccountTable, UUID> id = uuid("id");

  public final TextColumn<AccountTable> email = text("email");

  public final NullableTextColumn<AccountTable> displayName = nullableText("display_name");

  public final Column<AccountTable, Mood> mood = column("mood", Type.enumOf("mood", Mood.values()));

  public final NullableColumn<AccountTable, Mood> lastMood = nullable("last_mood", Type.enumOf("mood", Mood.values()));

  public final DocumentColumn<AccountTable, Prefs> prefs = document("prefs", Type.document(PrefsJson.CODEC));

  public final ArrayColumn<AccountTable, List<String>, String> tags = array("tags", Type.STRING.list());

  public final NullableArrayColumn<AccountTable, List<Mood>, Mood> moods = nullableArray("moods", Type.enumOf("mood", Mood.values()).list());

  public final ArrayColumn<AccountTable, int[], Integer> scores = array("scores", Type.INTS);

  public final NullableNumberColumn<AccountTable, Integer> age = nullableInteger("age");

  public final NullableNumberColumn<AccountTable, Long> points = nullableBigint("points");

  public final NumberColumn<AccountTable, Integer> version = integer("version");

  public final Column<AccountTable, Instant> createdAt = timestamptz("created_at");

  public final Key1<AccountTable, Account, UUID> pk = key("accounts_pkey", id);

  public final Key1<AccountTable, Account, String> uqEmail = key("accounts_email_key", email);

  private AccountTable(String alias) {
    super("accounts", alias);
  }

  @Override
  public AccountTable as(String alias) {
    return new AccountTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Account read(RowReader row, int at) throws SQLException {
    return new Account(
        row.getUuid(at),
        row.getString(at + 1),
        row.findString(at + 2),
        mood.read(row, at + 3),
        lastMood.read(row, at + 4),
        prefs.read(row, at + 5),
        tags.read(row, at + 6),
        moods.read(row, at + 7),
        scores.read(row, at + 8),
        row.findInt(at + 9),
        row.getLongOrNull(at + 10),
        row.getInt(at + 11),
        row.getInstant(at + 12));
  }

  @Override
  protected NumberColumn<AccountTable, Integer> versionColumn() {
    return version;
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<AccountTable, Account> {
    public final NullableExpression<UUID> id = uuid();

    public final NullableTextExpression email = text();

    public final NullableTextExpression displayName = text();

    public final NullableExpression<Mood> mood = column(table().mood);

    public final NullableExpression<Mood> lastMood = column(table().lastMood);

    public final NullableDocumentExpression<Prefs> prefs = document(table().prefs);

    public final NullableArrayExpression<List<String>, String> tags = array(table().tags);

    public final NullableArrayExpression<List<Mood>, Mood> moods = array(table().moods);

    public final NullableArrayExpression<int[], Integer> scores = array(table().scores);

    public final NullableNumberExpression<Integer> age = integer();

    public final NullableNumberExpression<Long> points = bigint();

    public final NullableNumberExpression<Integer> version = integer();

    public final NullableExpression<Instant> createdAt = timestamptz();

    private Outer(AccountTable table) {
      super(table);
    }
  }
}
