package dev.varve.runtime.query.sample;

import dev.varve.runtime.query.TablePatch;
import java.util.UUID;

/** Changes to rows of {@code posts}. */
public final class PostPatch extends TablePatch<PostTable, PostPatch> {
  private PostPatch(Object[] values) {
    super(values);
  }

  /** Changes nothing yet. */
  public static PostPatch of() {
    return new PostPatch(nothing(5));
  }

  @Override
  protected PostPatch copy(Object[] values) {
    return new PostPatch(values);
  }

  public PostPatch authorId(UUID authorId) {
    return set(1, authorId);
  }

  public PostPatch number(int number) {
    return set(2, number);
  }

  public PostPatch title(String title) {
    return set(3, title);
  }

  public PostPatch likes(long likes) {
    return set(4, likes);
  }
}
