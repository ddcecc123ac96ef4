package shop;

import dev.varve.annotations.Default;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

@Table(name = "customer")
public record Customer(
    @Id long id,
    @Default("ROW('nowhere', NULL, '{}', 'XX')") Address home,
    List<Address> others,
    Optional<Money> credit) {}
