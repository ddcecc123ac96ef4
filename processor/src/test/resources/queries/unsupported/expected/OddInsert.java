package unsupported;

import dev.varve.runtime.query.NewRow;
import dev.varve.runtime.value.Range;
import java.util.List;
import java.util.Set;

/**
 * A new row of {@code odd}. What is not given is left to its default, or is NULL.
 */
public final class OddInsert extends NewRow<OddTable> {
  private OddInsert(Object[] values) {
    super(values);
  }

  public static OddInsert of(long id, char[] letter, Thread thread, List<String>[] lists,
      Range<Thread> small, Odd.Box box) {
    return new OddInsert(new Object[] {id, letter, thread, null, lists, small, box});
  }

  public OddInsert set(Set<String> set) {
    return new OddInsert(with(3, set));
  }
}
