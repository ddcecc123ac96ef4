package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

@Table
public record Bad(
    @Id long id,
    @Version Instant changedAt) {}
