package shop;

import dev.varve.annotations.Default;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Table
public record Bad(
    @Id long id,
    String title,
    @Default("title") String copy,
    @Default("draft") String state,
    @Default("now(") Instant at,
    @Default("current_user") String who,
    @Default("now() AT TIME ZONE 'utc'") String when) {}
