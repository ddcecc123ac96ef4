package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Bad(
    @Id long id,
    @Embedded String text,
    @Embedded @AttributeOverride(name = "strete", column = @Column(name = "road")) Address a,
    @AttributeOverride(name = "street", column = @Column(nullable = true)) Address b,
    @AttributeOverride(name = "street", column = @Column(name = "c_number")) Address c,
    @Embedded @Column(name = "d") @RenamedFrom("e") Optional<Address> d,
    @dev.varve.annotations.Prefix("a_prefix_that_is_longer_than_what_postgresql_keeps_of_names_") Address e,
    Loop loop) {

  @Embeddable
  public record Address(String street, int number) {}

  @Embeddable
  public record Loop(@Check("name > ''") String name, @Id long key, Loop loop) {}
}
