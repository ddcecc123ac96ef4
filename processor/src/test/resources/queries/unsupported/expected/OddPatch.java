package unsupported;

import dev.varve.runtime.query.TablePatch;
import dev.varve.runtime.value.Range;
import java.util.List;
import java.util.Set;

/**
 * Changes to rows of {@code odd}.
 */
public final class OddPatch extends TablePatch<OddTable, OddPatch> {
  private OddPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static OddPatch of() {
    return new OddPatch(nothing(7));
  }

  @Override
  protected OddPatch copy(Object[] values) {
    return new OddPatch(values);
  }

  public OddPatch id(long id) {
    return set(0, id);
  }

  public OddPatch letter(char[] letter) {
    return set(1, letter);
  }

  public OddPatch thread(Thread thread) {
    return set(2, thread);
  }

  public OddPatch set(Set<String> set) {
    return set(3, set);
  }

  public OddPatch setNull() {
    return setNull(3, 1);
  }

  public OddPatch lists(List<String>[] lists) {
    return set(4, lists);
  }

  public OddPatch small(Range<Thread> small) {
    return set(5, small);
  }

  public OddPatch box(Odd.Box box) {
    return set(6, box);
  }
}
