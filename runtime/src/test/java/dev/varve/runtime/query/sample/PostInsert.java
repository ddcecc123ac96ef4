package dev.varve.runtime.query.sample;

import dev.varve.runtime.query.NewRow;
import java.util.UUID;

/** A new row of {@code posts}. What is not given is left to its default, or NULL. */
public final class PostInsert extends NewRow<PostTable> {
  private PostInsert(Object[] values) {
    super(values);
  }

  public static PostInsert of(UUID authorId, int number, String title) {
    return new PostInsert(new Object[] {DEFAULT, authorId, number, title, DEFAULT});
  }

  public PostInsert likes(long likes) {
    return new PostInsert(with(4, likes));
  }
}
