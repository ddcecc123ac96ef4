package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Table(uniqueConstraints = @UniqueConstraint(name = "ticket_twice", columnNames = {"id", "region"}))
@Check(name = "ticket_opened", value = "status <> 'OPEN' OR id > 0")
@Partitioned(by = Partitioned.By.LIST, on = "region")
@Partition(name = "ticket_north", in = "'N'")
@Partition(name = "ticket_south", in = "'S'")
public record Ticket(
    @Id long id, @Id String region, Kind kind, @Default("'NEW'") Status status, Status before) {}
