package shop;

import dev.varve.annotations.CompositeType;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
public record Bad(@Id long id, Address address) {
  @CompositeType
  public record Address(
      String street,
      @RenamedFrom("zip") String postcode,
      @RenamedFrom("stret") String road,
      @RenamedFrom("zip") String code) {}
}
