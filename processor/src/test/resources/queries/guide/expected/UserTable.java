package guide;

import dev.varve.runtime.query.ArrayColumn;
import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.DocumentColumn;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableArrayExpression;
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

/**
 * The table {@code users} of {@link User}.
 */
public final class UserTable extends VersionedTable<UserTable, User, UserInsert, UserPatch, Integer> {
  public static final UserTable USERS = new UserTable("users");

  public final NumberColumn<UserTable, Long> id = bigint("id");

  public final TextColumn<UserTable> email = text("email");

  public final NullableTextColumn<UserTable> name = nullableText("name");

  public final NullableNumberColumn<UserTable, Long> invitedBy = nullableBigint("invited_by");

  public final ArrayColumn<UserTable, List<String>, String> tags = array("tags", Type.STRING.list());

  public final DocumentColumn<UserTable, Prefs> prefs = document("prefs", Type.document(PrefsJson.CODEC));

  public final NumberColumn<UserTable, Integer> version = integer("version");

  public final Column<UserTable, Instant> createdAt = timestamptz("created_at");

  public final Key1<UserTable, User, Long> pk = key("users_pkey", id);

  public final Key1<UserTable, User, String> uqEmail = key("users_email_key", email);

  private UserTable(String alias) {
    super("users", alias);
  }

  @Override
  public UserTable as(String alias) {
    return new UserTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public User read(RowReader row, int at) throws SQLException {
    return new User(
        row.getLong(at),
        row.getString(at + 1),
        row.findString(at + 2),
        row.findLong(at + 3),
        tags.read(row, at + 4),
        prefs.read(row, at + 5),
        row.getInt(at + 6),
        row.getInstant(at + 7));
  }

  @Override
  protected NumberColumn<UserTable, Integer> versionColumn() {
    return version;
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<UserTable, User> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableTextExpression email = text();

    public final NullableTextExpression name = text();

    public final NullableNumberExpression<Long> invitedBy = bigint();

    public final NullableArrayExpression<List<String>, String> tags = array(table().tags);

    public final NullableDocumentExpression<Prefs> prefs = document(table().prefs);

    public final NullableNumberExpression<Integer> version = integer();

    public final NullableExpression<Instant> createdAt = timestamptz();

    private Outer(UserTable table) {
      super(table);
    }
  }
}
