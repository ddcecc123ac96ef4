package shop;

import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

@Embeddable
public record Address(
    @Column(length = 100) String street,
    @Index @RenamedFrom("zip") Optional<String> postcode,
    @References(Country.class) long country) {}
