package shop;

import dev.varve.annotations.CompositeType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
public record Bad(@Id long id, Address address) {
  @CompositeType
  public record Address(String street, String zip) {}
}
