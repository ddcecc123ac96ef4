package shop;

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

@Table(schema = "log", name = "entry")
@RenamedFrom("event")
@Partitioned(by = Partitioned.By.RANGE, on = "date")
@Partition(name = "event_now", from = "'2026-01-01'", to = "'2027-01-01'")
@Partition(name = "event_2027", from = "'2027-01-01'", to = "'2028-01-01'")
@Partition(name = "event_rest", isDefault = true)
public record Event(
    @Id @GeneratedValue long id,
    @Id LocalDate date,
    @Index(where = "kind <> 'x'", name = "event_kind_idx") String kind,
    @References(Account.class) Optional<Long> account,
    @Index String tag) {}
