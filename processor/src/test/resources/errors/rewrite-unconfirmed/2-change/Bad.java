package shop;

import dev.varve.annotations.*;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

@Table
@Tablespace("fast")
public record Bad(
    @Id UUID id,
    @Collation("C") @Column(unique = true) String name,
    int n,
    @Generated("n + 1") int next) {}
