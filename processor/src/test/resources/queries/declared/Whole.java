package declared;

import dev.varve.annotations.CompositeType;
import java.util.List;
import java.util.Optional;

@CompositeType(name = "Whole \"thing\"", schema = "games")
public record Whole(Optional<Inner> first, List<Inner> others) {
  @CompositeType
  public record Inner(String text, Optional<Integer> number) {}
}
