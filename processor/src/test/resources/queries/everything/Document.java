package everything;

import dev.varve.runtime.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

public record Document(
    boolean flag,
    short small,
    int number,
    Long big,
    float real,
    double precise,
    BigDecimal money,
    String text,
    UUID uuid,
    Instant instant,
    Mood mood,
    Optional<Mood> moodMaybe,
    Json any,
    List<Optional<Integer>> list,
    Map<String, List<Part>> parts,
    Optional<Document> inner) {
  public record Part(String name, Optional<Part> next) {}
}
