package shop;

import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableColumn;
import dev.varve.runtime.query.NullableNumberColumn;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.VersionedTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table {@code accounts} of {@link Account}.
 */
public final class AccountTable extends VersionedTable<AccountTable, Account, AccountInsert, AccountPatch, Integer> {
  public static final AccountTable ACCOUNTS = new AccountTable("accounts");

  public final Column<AccountTable, UUID> id = column("id", Type.UUID);

  public final TextColumn<AccountTable> email = text("email");

  public final NullableTextColumn<AccountTable> displayName = nullableText("display_name");

  public final Column<AccountTable, Mood> mood = column("mood", Type.enumOf("mood", Mood.values()));

  public final NullableColumn<AccountTable, Mood> lastMood = nullable("last_mood", Type.enumOf("mood", Mood.values()));

  public final Column<AccountTable, Prefs> prefs = column("prefs", Type.document(PrefsJson.CODEC));

  public final Column<AccountTable, List<String>> tags = column("tags", Type.STRING.list());

  public final NullableColumn<AccountTable, List<Mood>> moods = nullable("moods", Type.enumOf("mood", Mood.values()).list());

  public final Column<AccountTable, int[]> scores = column("scores", Type.INTS);

  public final NullableNumberColumn<AccountTable, Integer> age = nullableNumber("age", Type.INT);

  public final NullableNumberColumn<AccountTable, Long> points = nullableNumber("points", Type.LONG);

  public final NumberColumn<AccountTable, Integer> version = number("version", Type.INT);

  public final Column<AccountTable, Instant> createdAt = column("created_at", Type.INSTANT);

  public final Key1<AccountTable, Account, UUID> pk = key("accounts_pkey", id);

  public final Key1<AccountTable, Account, String> uqEmail = key("accounts_email_key", email);

  private AccountTable(String alias) {
    super("accounts", alias);
  }

  @Override
  public AccountTable as(String alias) {
    return new AccountTable(alias);
  }

  @Override
  public Account read(RowReader row, int at) throws SQLException {
    return new Account(
        row.getUuid(at),
        row.getString(at + 1),
        Optional.ofNullable(row.getStringOrNull(at + 2)),
        mood.read(row, at + 3),
        lastMood.read(row, at + 4),
        prefs.read(row, at + 5),
        tags.read(row, at + 6),
        moods.read(row, at + 7),
        scores.read(row, at + 8),
        Optional.ofNullable(row.getIntOrNull(at + 9)),
        row.getLongOrNull(at + 10),
        row.getInt(at + 11),
        row.getInstant(at + 12));
  }

  @Override
  protected NumberColumn<AccountTable, Integer> versionColumn() {
    return version;
  }
}
