package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Collation;
import dev.varve.annotations.Comment;
import dev.varve.annotations.Prefix;
import dev.varve.annotations.Unique;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "bad")
public record Bad(
    @Id long id,
    @Prefix("home_") String street,
    @AttributeOverride(name = "city", column = @Column(name = "town")) String city,
    @Unique @Check("city <> ''") @Collation("C") @Comment("Where it goes.") Address to) {

  @Embeddable
  record Address(String street, String city) {}
}
