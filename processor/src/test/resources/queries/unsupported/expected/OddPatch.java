package unsupported;

import dev.varve.runtime.query.Patch;
import dev.varve.runtime.value.Range;
import java.util.List;
import java.util.Set;

/**
 * Changes to rows of {@code odd}.
 */
public final class OddPatch extends Patch<OddTable> {
  private OddPatch() {
    super(7);
  }

  private OddPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static OddPatch of() {
    return new OddPatch();
  }

  public OddPatch id(long id) {
    return new OddPatch(with(0, id));
  }

  public OddPatch letter(char[] letter) {
    return new OddPatch(with(1, letter));
  }

  public OddPatch thread(Thread thread) {
    return new OddPatch(with(2, thread));
  }

  public OddPatch set(Set<String> set) {
    return new OddPatch(with(3, set));
  }

  public OddPatch setNull() {
    return new OddPatch(withNull(3));
  }

  public OddPatch lists(List<String>[] lists) {
    return new OddPatch(with(4, lists));
  }

  public OddPatch small(Range<Thread> small) {
    return new OddPatch(with(5, small));
  }

  public OddPatch box(Odd.Box box) {
    return new OddPatch(with(6, box));
  }
}
