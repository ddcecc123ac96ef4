package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Table
public record Twice(
    @Id long id,
    @Version int version,
    @Version int revision) {}
