package shop;

import dev.varve.annotations.Default;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Table(name = "notes")
public record Note(
    @Id long id,
    long ownerId,
  String body,
    @Default("now()") Instant changedAt) {}
