package clashes;

import dev.varve.annotations.Projection;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** Names that generated code uses itself. */
@Table(name = "clash")
public record Clash(
    @Id @Column(unique = true) long pk,
    @Column(unique = true) String uqPk,
    Mood row,
    Mood at,
    Optional<String> of,
    Optional<String> ofValue,
    Optional<Integer> alias,
    Optional<String> with,
    int DEFAULT,
    String CLASH,
    Optional<String> values,
    Optional<String> read,
    Optional<String> as) {
  public enum Mood {
    CALM
  }

  @Projection
  public record Optional_(String optional, Mood row, Mood at, int project, int Project) {}
}
