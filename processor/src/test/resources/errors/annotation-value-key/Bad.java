package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Table
public record Bad(@Id Optional<UUID> id, @Nullable @Id UUID second) {}
