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
    @Id UUID id, int price, @AllowRewrite("10 rows") @Generated("price * 2") int total) {}
