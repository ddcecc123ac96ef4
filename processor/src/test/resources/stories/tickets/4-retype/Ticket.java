package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Default;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** An enum goes that, under an older name, a column of a parked partition has. */
@Table(uniqueConstraints = @UniqueConstraint(name = "ticket_twice", columnNames = {"id", "region"}))
@Partitioned(by = Partitioned.By.LIST, on = "region")
@Partition(name = "ticket_north", in = "'N'")
public record Ticket(
    @Id long id,
    @Id String region,
    String kind,
    @Default("'NEW'") String status,
    @AllowRewrite("a hundred rows") String before) {}
