package shop;

import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Customer(
    @Id long id, @Embedded Address home, @Embedded Optional<Address> billing) {}
