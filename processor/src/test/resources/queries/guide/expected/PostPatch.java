package guide;

import dev.varve.runtime.query.Patch;
import java.time.Instant;

/**
 * Changes to rows of {@code posts}.
 */
public final class PostPatch extends Patch<PostTable> {
  private PostPatch() {
    super(5);
  }

  private PostPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static PostPatch of() {
    return new PostPatch();
  }

  public PostPatch authorId(long authorId) {
    return new PostPatch(with(1, authorId));
  }

  public PostPatch title(String title) {
    return new PostPatch(with(2, title));
  }

  public PostPatch likes(long likes) {
    return new PostPatch(with(3, likes));
  }

  public PostPatch createdAt(Instant createdAt) {
    return new PostPatch(with(4, createdAt));
  }
}
