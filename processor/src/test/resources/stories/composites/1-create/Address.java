package shop;

import dev.varve.annotations.CompositeType;
import jakarta.persistence.Column;
import java.util.List;
import java.util.Optional;

@CompositeType
public record Address(
    String street, @Column(name = "zip code", length = 9) Optional<String> zip, List<String> lines) {}
