package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.CompositeType;
import dev.varve.annotations.Dropped;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
public record Bad(@Id long id, State state, Step last) {
  @Dropped("state.LATE")
  @AllowRewrite("few rows")
  public enum State { PAID, NEW }

  @CompositeType
  public record Step(State state, int day) {}
}
