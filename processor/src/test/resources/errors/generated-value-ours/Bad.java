package shop;

import dev.varve.annotations.*;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

@Table
public record Bad(
    @Id @Identity UUID id,
    @Identity Optional<Integer> number,
    @Serial String serial,
    int n,
    @Generated("n + 1") @Default("7") int next,
    @Serial @GeneratedValue int other) {}
