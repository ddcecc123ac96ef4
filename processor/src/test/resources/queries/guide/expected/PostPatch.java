package guide;

import dev.varve.runtime.query.TablePatch;
import java.time.Instant;

/**
 * Changes to rows of {@code posts}.
 */
public final class PostPatch extends TablePatch<PostTable, PostPatch> {
  private PostPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static PostPatch of() {
    return new PostPatch(nothing(5));
  }

  @Override
  protected PostPatch copy(Object[] values) {
    return new PostPatch(values);
  }

  public PostPatch authorId(long authorId) {
    return set(1, authorId);
  }

  public PostPatch title(String title) {
    return set(2, title);
  }

  public PostPatch likes(long likes) {
    return set(3, likes);
  }

  public PostPatch createdAt(Instant createdAt) {
    return set(4, createdAt);
  }
}
