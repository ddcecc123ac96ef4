package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Exclude;
import dev.varve.annotations.Index;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import dev.varve.annotations.Unique;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Table
@Partitioned(by = Partitioned.By.RANGE, on = "day")
@Partition(name = "bad_rest", isDefault = true)
@Check(value = "id > 0", noInherit = true)
@Exclude("day WITH =")
public record Bad(
    @Id long id, LocalDate day, @Unique String code, @Index(unique = true) String name) {}

@Table
@Partitioned(by = Partitioned.By.HASH, on = "lower(name)")
record Named(@Id String name) {}
