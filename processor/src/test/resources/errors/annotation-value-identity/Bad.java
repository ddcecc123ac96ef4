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
    @Id @Identity(increment = 0, cache = 0) long id,
    @Identity(min = 10, max = 5) int one,
    @Identity(max = 40_000) short two,
    @Identity(start = 7, min = 10) long three) {}
