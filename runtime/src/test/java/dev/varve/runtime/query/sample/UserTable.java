package dev.varve.runtime.query.sample;

import dev.varve.runtime.query.ArrayColumn;
import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.DocumentColumn;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableArrayExpression;
import dev.varve.runtime.query.NullableColumn;
import dev.varve.runtime.query.NullableDocumentExpression;
import dev.varve.runtime.query.NullableExpression;
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
import java.util.Optional;
import java.util.UUID;

/** The table {@code users} of {@link User}. */
public final class UserTable
    extends VersionedTable<UserTable, User, UserInsert, UserPatch, Integer> {
  public static final UserTable USERS = new UserTable("users");

  public final Column<UserTable, UUID> id = column("id", Type.UUID);
  public final TextColumn<UserTable> email = text("email");
  public final NullableTextColumn<UserTable> displayName = nullableText("display_name");
  public final Column<UserTable, Mood> mood = column("mood", Type.enumOf("mood", Mood.values()));
  public final DocumentColumn<UserTable, Prefs> prefs =
      document("prefs", Type.document(PrefsJson.CODEC));
  public final ArrayColumn<UserTable, List<String>, String> tags =
      array("tags", Type.STRING.list());
  public final NullableColumn<UserTable, UUID> invitedBy = nullable("invited_by", Type.UUID);
  public final NumberColumn<UserTable, Integer> version = number("version", Type.INT);
  public final Column<UserTable, Instant> createdAt = column("created_at", Type.INSTANT);

  public final Key1<UserTable, User, UUID> pk = key("users_pkey", id);
  public final Key1<UserTable, User, String> uqEmail = key("users_email_key", email);

  private UserTable(String alias) {
    super("users", alias);
  }

  @Override
  public UserTable as(String alias) {
    return new UserTable(alias);
  }

  /** The outer side of a join. */
  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public User read(RowReader row, int at) throws SQLException {
    return new User(
        row.getUuid(at),
        row.getString(at + 1),
        Optional.ofNullable(row.getStringOrNull(at + 2)),
        mood.read(row, at + 3),
        prefs.read(row, at + 4),
        tags.read(row, at + 5),
        Optional.ofNullable(row.getUuidOrNull(at + 6)),
        row.getInt(at + 7),
        row.getInstant(at + 8));
  }

  @Override
  protected NumberColumn<UserTable, Integer> versionColumn() {
    return version;
  }

  /** Where the row may be missing. */
  public static final class Outer extends OuterTable<UserTable, User> {
    public final NullableExpression<UUID> id = column(table().id);
    public final NullableTextExpression email = text(table().email);
    public final NullableTextExpression displayName = text(table().displayName);
    public final NullableExpression<Mood> mood = column(table().mood);
    public final NullableDocumentExpression<Prefs> prefs = document(table().prefs);
    public final NullableArrayExpression<List<String>, String> tags = array(table().tags);
    public final NullableExpression<UUID> invitedBy = column(table().invitedBy);
    public final NullableNumberExpression<Integer> version = number(table().version);
    public final NullableExpression<Instant> createdAt = column(table().createdAt);

    private Outer(UserTable table) {
      super(table);
    }
  }
}
