package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A partition is parked, and a column of it has an enum that nothing else has any more. */
@Table(uniqueConstraints = @UniqueConstraint(name = "ticket_twice", columnNames = {"id", "region"}))
@Check(name = "ticket_opened", value = "status <> 'OPEN' OR id > 0")
@Partitioned(by = Partitioned.By.LIST, on = "region")
@Partition(name = "ticket_north", in = "'N'")
@Dropped("ticket_south")
public record Ticket(
    @Id long id,
    @Id String region,
    @AllowRewrite("a hundred rows") String kind,
    @Default("'NEW'") Status status,
    Status before) {}
