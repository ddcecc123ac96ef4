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
    @Id UUID id,
    Mood mood,
    String name,
    @Generated(value = "length(name)", virtual = true) @Index int size,
    @Generated(value = "lower(name)", virtual = true) @Column(unique = true) String lower,
    @Generated(value = "mood IS NULL", virtual = true) boolean unknown) {}
