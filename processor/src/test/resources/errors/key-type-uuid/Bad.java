package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

@Table
public record Bad(
    @Id @GeneratedValue int id,
    @References(Bad.class) Optional<Integer> parent,
    @Column(unique = true) UUID number) {}
