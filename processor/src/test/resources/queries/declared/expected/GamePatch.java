package declared;

import dev.varve.runtime.query.Patch;
import java.util.List;

/**
 * Changes to rows of {@code game}.
 */
public final class GamePatch extends Patch<GameTable> {
  private GamePatch() {
    super(10);
  }

  private GamePatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static GamePatch of() {
    return new GamePatch();
  }

  public GamePatch id(long id) {
    return new GamePatch(with(0, id));
  }

  public GamePatch email(Email email) {
    return new GamePatch(with(1, email));
  }

  public GamePatch emails(List<Email> emails) {
    return new GamePatch(with(2, emails));
  }

  public GamePatch score(Score score) {
    return new GamePatch(with(3, score));
  }

  public GamePatch scoreNull() {
    return new GamePatch(withNull(3));
  }

  public GamePatch whole(Whole whole) {
    return new GamePatch(with(4, whole));
  }

  public GamePatch part(Part part) {
    return new GamePatch(with(5, part));
  }

  public GamePatch partNull() {
    return new GamePatch(withNull(5));
  }

  public GamePatch parts(List<Part> parts) {
    return new GamePatch(with(6, parts));
  }

  public GamePatch words(Words words) {
    return new GamePatch(with(7, words));
  }

  public GamePatch grid(Grid grid) {
    return new GamePatch(with(8, grid));
  }

  public GamePatch gridNull() {
    return new GamePatch(withNull(8));
  }

  public GamePatch texts(List<Words> texts) {
    return new GamePatch(with(9, texts));
  }
}
