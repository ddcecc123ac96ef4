package declared;

import dev.varve.runtime.query.NewRow;
import java.util.List;

/**
 * A new row of {@code game}. What is not given is left to its default, or is NULL.
 */
public final class GameInsert extends NewRow<GameTable> {
  private GameInsert(Object[] values) {
    super(values);
  }

  public static GameInsert of(long id, Email email, List<Email> emails, Whole whole,
      List<Part> parts, Words words, List<Words> texts) {
    return new GameInsert(new Object[] {id, email, emails, null, whole, null, parts, words, null,
        texts});
  }

  public GameInsert score(Score score) {
    return new GameInsert(with(3, score));
  }

  public GameInsert part(Part part) {
    return new GameInsert(with(5, part));
  }

  public GameInsert grid(Grid grid) {
    return new GameInsert(with(8, grid));
  }
}
