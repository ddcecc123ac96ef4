package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

@Table(name = "customers")
public record Customer(
    @Id @GeneratedValue long id,
    @Column(length = 100) String name,
    @Default("'CALM'") Mood mood,
    List<Mood> moods,
    @Column(precision = 12, scale = 2) @Check("credit >= 0") BigDecimal credit,
    Optional<Long> referrer) {}
