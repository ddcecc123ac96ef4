package keys;

import dev.varve.annotations.Index;
import dev.varve.annotations.Sensitive;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Optional;
import java.util.UUID;

@Table(
    name = "group members",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"group_id", "seat", "row"}),
      @UniqueConstraint(columnNames = {"badge"}),
      @UniqueConstraint(
          name = "all of it",
          columnNames = {"group_id", "user_id", "seat", "row", "badge"})
    })
@Index(columns = "lower(badge)", unique = true)
record Membership(
    @Id UUID groupId,
    @Id UUID userId,
    int seat,
    @Column(name = "row") String seatRow,
    @Sensitive Optional<String> badge) {

  /** A table within another type, visible as far as that. */
  @Table(name = "1st\"note")
  public record Note(@Id long id, @Column(name = "sel\"ect") String text) {}
}
