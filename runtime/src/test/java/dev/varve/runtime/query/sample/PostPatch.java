package dev.varve.runtime.query.sample;

import dev.varve.runtime.query.Patch;
import java.util.UUID;

/** Changes to rows of {@code posts}. */
public final class PostPatch extends Patch<PostTable> {
  private PostPatch() {
    super(5);
  }

  private PostPatch(Object[] values) {
    super(values);
  }

  /** Changes nothing yet. */
  public static PostPatch of() {
    return new PostPatch();
  }

  public PostPatch authorId(UUID authorId) {
    return new PostPatch(with(1, authorId));
  }

  public PostPatch number(int number) {
    return new PostPatch(with(2, number));
  }

  public PostPatch title(String title) {
    return new PostPatch(with(3, title));
  }

  public PostPatch likes(long likes) {
    return new PostPatch(with(4, likes));
  }
}
