package declared;

import dev.varve.runtime.query.TablePatch;
import java.util.List;

/**
 * Changes to rows of {@code game}.
 */
public final class GamePatch extends TablePatch<GameTable, GamePatch> {
  private GamePatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static GamePatch of() {
    return new GamePatch(nothing(10));
  }

  @Override
  protected GamePatch copy(Object[] values) {
    return new GamePatch(values);
  }

  public GamePatch id(long id) {
    return set(0, id);
  }

  public GamePatch email(Email email) {
    return set(1, email);
  }

  public GamePatch emails(List<Email> emails) {
    return set(2, emails);
  }

  public GamePatch score(Score score) {
    return set(3, score);
  }

  public GamePatch scoreNull() {
    return setNull(3, 1);
  }

  public GamePatch whole(Whole whole) {
    return set(4, whole);
  }

  public GamePatch part(Part part) {
    return set(5, part);
  }

  public GamePatch partNull() {
    return setNull(5, 1);
  }

  public GamePatch parts(List<Part> parts) {
    return set(6, parts);
  }

  public GamePatch words(Words words) {
    return set(7, words);
  }

  public GamePatch grid(Grid grid) {
    return set(8, grid);
  }

  public GamePatch gridNull() {
    return setNull(8, 1);
  }

  public GamePatch texts(List<Words> texts) {
    return set(9, texts);
  }
}
