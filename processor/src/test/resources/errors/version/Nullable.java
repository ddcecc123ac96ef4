package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;

@Table
public record Nullable(
    @Id long id,
    @Version Optional<Integer> version) {}
