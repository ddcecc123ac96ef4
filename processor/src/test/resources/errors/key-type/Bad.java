package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Bad(
    @Id String slug,
    @Column(length = 40) @References(Bad.class) Optional<String> parent) {}
