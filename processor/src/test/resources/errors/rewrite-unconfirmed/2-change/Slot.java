package shop;

import dev.varve.annotations.Exclude;
import dev.varve.annotations.Identity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Table
@Exclude("tstzrange(begins, ends) WITH &&")
public record Slot(
    @Id long id, long room, @Identity int number, Instant begins, Instant ends) {}
