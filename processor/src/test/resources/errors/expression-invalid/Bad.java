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
    int price,
    int amount,
    @Generated("price * ") int total,
    @Generated("prise * amount") int sum,
    @Generated("total + 1") int more,
    @Generated("") int nothing,
    @Generated("price * random()") double chance) {}
