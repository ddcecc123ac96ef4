package shop;

import dev.varve.annotations.MaterializedView;
import dev.varve.annotations.Policy;
import dev.varve.annotations.RowSecurity;
import dev.varve.annotations.Trigger;
import dev.varve.annotations.View;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "users")
@Trigger(
    name = "instead",
    timing = Trigger.Timing.INSTEAD_OF,
    on = Trigger.Event.INSERT,
    execute = "f()")
public record Bad(@Id long id) {
  @View(name = "a", select = "SELECT id FROM users")
  @Trigger(name = "rows", timing = Trigger.Timing.BEFORE, on = Trigger.Event.INSERT, execute = "f()")
  @Trigger(
      name = "statement",
      timing = Trigger.Timing.INSTEAD_OF,
      forEach = Trigger.Level.STATEMENT,
      on = Trigger.Event.INSERT,
      execute = "f()")
  @Trigger(
      name = "emptied",
      timing = Trigger.Timing.AFTER,
      forEach = Trigger.Level.STATEMENT,
      on = Trigger.Event.TRUNCATE,
      execute = "f()")
  @Trigger(
      name = "sometimes",
      timing = Trigger.Timing.INSTEAD_OF,
      on = Trigger.Event.UPDATE,
      when = "NEW.id > 0",
      execute = "f()")
  @RowSecurity
  public record A(long id) {}

  @MaterializedView(name = "b", select = "SELECT id FROM users")
  @Trigger(
      name = "stored",
      timing = Trigger.Timing.INSTEAD_OF,
      on = Trigger.Event.INSERT,
      execute = "f()")
  @Policy(name = "own", using = "id = 1")
  public record B(long id) {}
}
