package shop;

import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Table
@Partitioned(by = Partitioned.By.RANGE, on = "day")
@Partition(name = "bad_2025", from = "'2025-01-01'", to = "'2026-01-01'")
@Partition(name = "bad_2026", from = "'2026-01-01'", to = "'2027-01-01'")
@Partition(name = "bad_rest", isDefault = true)
public record Bad(@Id long id, @Id LocalDate day) {}

@Table
record Plain(@Id long id) {}

@Table
@Partitioned(by = Partitioned.By.LIST, on = "size")
record Sized(@Id long id, @Id int size) {}
