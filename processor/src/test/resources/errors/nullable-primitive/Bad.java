package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Table
public record Bad(
    @Id long id,
    @Column(nullable = true) int size,
    @Nullable boolean done) {}
