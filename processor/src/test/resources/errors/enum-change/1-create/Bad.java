package shop;

import dev.varve.annotations.CompositeType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
public record Bad(@Id long id, State state, Step last) {
  public enum State { NEW, PAID, LATE }

  @CompositeType
  public record Step(State state, int day) {}
}
