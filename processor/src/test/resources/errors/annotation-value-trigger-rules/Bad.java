package shop;

import static dev.varve.annotations.Trigger.Deferral.INITIALLY_DEFERRED;
import static dev.varve.annotations.Trigger.Event.DELETE;
import static dev.varve.annotations.Trigger.Event.INSERT;
import static dev.varve.annotations.Trigger.Event.TRUNCATE;
import static dev.varve.annotations.Trigger.Event.UPDATE;
import static dev.varve.annotations.Trigger.Level.STATEMENT;
import static dev.varve.annotations.Trigger.Timing.AFTER;
import static dev.varve.annotations.Trigger.Timing.BEFORE;

import dev.varve.annotations.Trigger;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Trigger(name = "a", timing = BEFORE, on = INSERT, newTable = "added", execute = "touch()")
@Trigger(
    name = "b",
    timing = AFTER,
    on = {INSERT, UPDATE},
    newTable = "added",
    execute = "touch()")
@Trigger(name = "c", timing = AFTER, on = INSERT, oldTable = "gone", execute = "touch()")
@Trigger(name = "d", timing = AFTER, on = DELETE, newTable = "added", execute = "touch()")
@Trigger(name = "e", timing = AFTER, on = TRUNCATE, execute = "touch()")
@Trigger(
    name = "f",
    timing = BEFORE,
    on = INSERT,
    constraint = INITIALLY_DEFERRED,
    execute = "touch()")
@Trigger(
    name = "g",
    timing = AFTER,
    on = INSERT,
    forEach = STATEMENT,
    constraint = INITIALLY_DEFERRED,
    execute = "touch()")
@Trigger(
    name = "h",
    timing = AFTER,
    on = UPDATE,
    newTable = "changed",
    constraint = INITIALLY_DEFERRED,
    execute = "touch()")
@Trigger(name = "i", timing = AFTER, on = INSERT, when = "OLD.total > 1", execute = "touch()")
@Trigger(name = "j", timing = AFTER, on = DELETE, when = "NEW.total > 1", execute = "touch()")
@Trigger(
    name = "k",
    timing = AFTER,
    on = UPDATE,
    forEach = STATEMENT,
    when = "NEW.total > 1",
    execute = "touch()")
@Trigger(name = "l", timing = AFTER, on = UPDATE, when = "NEW.totl > 1", execute = "touch()")
@Trigger(name = "m", timing = AFTER, on = UPDATE, when = "NEW.total >", execute = "touch()")
@Trigger(name = "n", timing = AFTER, on = TRUNCATE, forEach = STATEMENT, execute = "touch()")
public record Bad(@Id long id, int total) {}
