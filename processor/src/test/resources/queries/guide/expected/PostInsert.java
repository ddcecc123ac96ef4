package guide;

import dev.varve.runtime.query.NewRow;
import java.time.Instant;

/**
 * A new row of {@code posts}. What is not given is left to its default, or is NULL.
 */
public final class PostInsert extends NewRow<PostTable> {
  private PostInsert(Object[] values) {
    super(values);
  }

  public static PostInsert of(long authorId, String title) {
    return new PostInsert(new Object[] {DEFAULT, authorId, title, DEFAULT, DEFAULT});
  }

  public PostInsert likes(long likes) {
    return new PostInsert(with(3, likes));
  }

  public PostInsert createdAt(Instant createdAt) {
    return new PostInsert(with(4, createdAt));
  }
}
