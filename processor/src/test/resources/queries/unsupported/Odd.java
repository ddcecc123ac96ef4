package unsupported;

import dev.varve.annotations.Json;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types that the reader reports; what is generated beside that must not add errors. */
@Table(name = "odd")
public record Odd(
    @Id long id,
    char[] letter,
    Thread thread,
    Optional<Set<String>> set,
    List<String>[] lists,
    dev.varve.runtime.value.Range<Thread> small,
    @Json Box box) {
  public record Box(Thread thread, Optional<Set<String>> set, int[] numbers) {}
}
