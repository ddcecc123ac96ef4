package shop;

import dev.varve.annotations.Trigger;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Trigger(name = "a", timing = Trigger.Timing.AFTER, on = Trigger.Event.INSERT, execute = "touch")
@Trigger(name = "b", timing = Trigger.Timing.AFTER, on = {}, execute = "touch()")
@Trigger(
    name = "c",
    timing = Trigger.Timing.BEFORE,
    on = Trigger.Event.INSERT,
    columns = "id",
    execute = "touch()")
@Trigger(
    name = "d",
    timing = Trigger.Timing.BEFORE,
    on = Trigger.Event.UPDATE,
    columns = {"totl"},
    execute = "touch()")
public record Bad(@Id long id, int total) {}
