package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Default;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** An enum has another name, and one of its columns another type; the undo casts by the old name. */
@Table(uniqueConstraints = @UniqueConstraint(name = "ticket_twice", columnNames = {"id", "region"}))
@Partitioned(by = Partitioned.By.LIST, on = "region")
@Partition(name = "ticket_north", in = "'N'")
public record Ticket(
    @Id long id,
    @Id String region,
    String kind,
    @Default("'NEW'") @AllowRewrite("a hundred rows") String status,
    State before) {}
