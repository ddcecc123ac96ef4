package embedded;

import dev.varve.annotations.Prefix;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** Records within records. */
@Table(name = "shops")
public record Shop(
    @Id long id,
    Address address,
    @Embedded Optional<Address> office,
    @Prefix("") @Embedded Place place,
    @Embedded
        @AttributeOverride(name = "currency", column = @Column(name = "unit"))
        Money rent,
    String name) {}
