package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Backfill;
import dev.varve.annotations.Check;
import dev.varve.annotations.Index;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import dev.varve.annotations.References;
import dev.varve.annotations.Unique;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

@Table
@Partitioned(by = Partitioned.By.RANGE, on = "day")
@Partition(name = "event_2025", from = "'2025-01-01'", to = "'2026-01-01'")
@Partition(name = "event_now", from = "'2026-01-01'", to = "'2027-01-01'", renamedFrom = "event_2026")
@Partition(name = "event_2027", from = "'2027-01-01'", to = "'2028-01-01'")
@Partition(name = "event_rest", isDefault = true)
@Unique(columns = {"kind", "day"})
@Check("id > 0")
@AllowRewrite("few rows are in the default partition")
public record Event(
    @Id @GeneratedValue long id,
    @Id LocalDate day,
    @Index String kind,
    @References(Account.class) Optional<Long> account,
    @Index @Backfill("lower(kind)") String tag) {}
