package shop;

import dev.varve.annotations.Comment;
import dev.varve.annotations.Routine;
import dev.varve.annotations.Trigger;
import dev.varve.annotations.View;
import java.math.BigDecimal;

@View(
    name = "open_orders",
    schema = "sales",
    select = "SELECT id, state, total FROM sales.purchases WHERE state = 'OPEN'",
    check = View.CheckOption.LOCAL)
@Routine(
    """
    CREATE FUNCTION sales.settle() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE sales.purchases SET state = 'PAID' WHERE id = OLD.id;
      RETURN OLD;
    END
    $$""")
@Trigger(
    name = "settled",
    timing = Trigger.Timing.INSTEAD_OF,
    on = {Trigger.Event.UPDATE, Trigger.Event.DELETE},
    execute = "sales.settle()")
@Comment(on = "TRIGGER settled", value = "Who writes it has paid")
public record OpenOrder(long id, State state, BigDecimal total) {}
