package shop;

import dev.varve.annotations.Dropped;
import dev.varve.annotations.Index;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import dev.varve.annotations.References;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

@Table
@Partitioned(by = Partitioned.By.RANGE, on = "date")
@Partition(name = "event_now", from = "'2026-01-01'", to = "'2027-01-01'")
@Partition(name = "event_2027", from = "'2027-01-01'", to = "'2028-01-01'")
@Partition(name = "event_rest", isDefault = true)
@Dropped("event_2025")
public record Event(
    @Id @GeneratedValue long id,
    @Id @RenamedFrom("day") LocalDate date,
    @Index(where = "kind <> 'x'", name = "event_kind_idx") String kind,
    @References(Account.class) Optional<Long> account,
    @Index String tag) {}
