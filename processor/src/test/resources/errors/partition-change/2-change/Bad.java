package shop;

import dev.varve.annotations.Dropped;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import dev.varve.annotations.References;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

@Table
@Partitioned(by = Partitioned.By.RANGE, on = "day")
@Partition(name = "bad_2026", from = "'2026-01-01'", to = "'2028-01-01'")
@Partition(name = "bad_2028", from = "'2028-01-01'", to = "'2029-01-01'")
@Partition(
    name = "bad_2029",
    from = "'2029-01-01'",
    to = "'2030-01-01'",
    renamedFrom = "bad_2052")
@Partition(name = "bad_rest", isDefault = true)
@Dropped("bad_2066")
public record Bad(
    @Id long id,
    @Id LocalDate day,
    @References(Owner.class) Optional<Long> owner,
    @GeneratedValue long number) {}

@Table
@Partitioned(by = Partitioned.By.HASH, on = "id")
record Plain(@Id long id) {}

@Table
@Partitioned(by = Partitioned.By.LIST, on = "size")
record Sized(@Id long id, @Id long size) {}

@Table
record Owner(@Id long id) {}
