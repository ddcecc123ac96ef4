package shop;

import dev.varve.annotations.Index;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

@Table
@Partitioned(by = Partitioned.By.RANGE, on = "day")
@Partition(name = "event_2025", from = "'2025-01-01'", to = "'2026-01-01'")
@Partition(name = "event_2026", from = "'2026-01-01'", to = "'2027-01-01'")
@Partition(name = "event_rest", isDefault = true)
public record Event(
    @Id @GeneratedValue long id, @Id LocalDate day, @Index String kind, Optional<Long> account) {}
