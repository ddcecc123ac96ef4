package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

@Table(name = "order")
public record Order(
    @Id @GeneratedValue long id,
    @References(value = Customer.class, onDelete = ReferentialAction.CASCADE) long customerId,
    @Index(where = "note IS NOT NULL") Optional<String> note,
    @Version int version) {}
