package dev.varve.runtime.query.sample;

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
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.UnversionedTable;
import java.sql.SQLException;
import java.util.UUID;

/** The table {@code posts} of {@link Post}. */
public final class PostTable extends UnversionedTable<PostTable, Post, PostInsert, PostPatch> {
  public static final PostTable POSTS = new PostTable("posts");

  public final NumberColumn<PostTable, Long> id = number("id", Type.LONG);
  public final Column<PostTable, UUID> authorId = column("author_id", Type.UUID);
  public final NumberColumn<PostTable, Integer> number = number("number", Type.INT);
  public final TextColumn<PostTable> title = text("title");
  public final NumberColumn<PostTable, Long> likes = number("likes", Type.LONG);

  public final Key1<PostTable, Post, Long> pk = key("posts_pkey", id);
  public final Key2<PostTable, Post, UUID, Integer> uqAuthorIdNumber =
      key("posts_author_id_number_key", authorId, number);

  private PostTable(String alias) {
    super("posts", alias);
  }

  @Override
  public PostTable as(String alias) {
    return new PostTable(alias);
  }

  /** The outer side of a join. */
  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Post read(RowReader row, int at) throws SQLException {
    return new Post(
        row.getLong(at),
        row.getUuid(at + 1),
        row.getInt(at + 2),
        row.getString(at + 3),
        row.getLong(at + 4));
  }

  /** Where the row may be missing. */
  public static final class Outer extends OuterTable<PostTable, Post> {
    public final NullableNumberExpression<Long> id = number(table().id);
    public final NullableExpression<UUID> authorId = column(table().authorId);
    public final NullableNumberExpression<Integer> number = number(table().number);
    public final NullableTextExpression title = text(table().title);
    public final NullableNumberExpression<Long> likes = number(table().likes);

    private Outer(PostTable table) {
      super(table);
    }
  }
}
