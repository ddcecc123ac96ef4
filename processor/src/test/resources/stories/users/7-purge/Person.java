package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

@Table(name = "people")
@Dropped(value = "users.display_name", purge = true)
public record Person(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,
    @Column(length = 320, unique = true) String mail,
    @Default("now()") Instant createdAt,
    @Index Optional<Instant> seenAt,
    @Default("1") @Check("state >= 0") int state,
    @Column(unique = true) Optional<String> normalizedEmail) {}
