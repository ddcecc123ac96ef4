package shop;

import dev.varve.annotations.CompositeType;
import dev.varve.annotations.Default;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

@Table(name = "orders")
public record Bad(@Id long id, Address address, List<Address> others, Node node) {
  @CompositeType
  public record Address(
      @Id long id,
      @Default("'x'") String street,
      @Column(name = "street") String again,
      @Column(unique = true, length = -1) String zip,
      Thread thread) {}

  @CompositeType(name = "")
  public record Node(String name, List<Node> children) {}
}
