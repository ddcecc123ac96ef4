package guide;

import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.Key2;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.UnversionedTable;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The table {@code posts} of {@link Post}.
 */
public final class PostTable extends UnversionedTable<PostTable, Post, PostInsert, PostPatch> {
  public static final PostTable POSTS = new PostTable("posts");

  public final NumberColumn<PostTable, Long> id = bigint("id");

  public final NumberColumn<PostTable, Long> authorId = bigint("author_id");

  public final TextColumn<PostTable> title = text("title");

  public final NumberColumn<PostTable, Long> likes = bigint("likes");

  public final Column<PostTable, Instant> createdAt = timestamptz("created_at");

  public final Key1<PostTable, Post, Long> pk = key("posts_pkey", id);

  public final Key2<PostTable, Post, Long, String> uqAuthorIdTitle = key("posts_author_id_title_key", authorId, title);

  private PostTable(String alias) {
    super("posts", alias);
  }

  @Override
  public PostTable as(String alias) {
    return new PostTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Post read(RowReader row, int at) throws SQLException {
    return new Post(
        row.getLong(at),
        row.getLong(at + 1),
        row.getString(at + 2),
        row.getLong(at + 3),
        row.getInstant(at + 4));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<PostTable, Post> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableNumberExpression<Long> authorId = bigint();

    public final NullableTextExpression title = text();

    public final NullableNumberExpression<Long> likes = bigint();

    public final NullableExpression<Instant> createdAt = timestamptz();

    private Outer(PostTable table) {
      super(table);
    }
  }
}
