package shop;

import dev.varve.annotations.CompositeType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
public record Bad(@Id long id, Address address, Outer outer) {
  @CompositeType
  public record Address(String road, java.util.UUID number) {}

  @CompositeType
  public record Inner(int y, int x) {}

  @CompositeType
  public record Outer(Inner inner) {}
}
