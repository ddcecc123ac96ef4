package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

@Table(name = "users")
@Dropped("users.display_name")
@Dropped(value = "users.token", purge = true)
public record User(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,
    @Column(length = 320, unique = true) String mail,
    @Default("now()") Instant createdAt,
    @Index Optional<Instant> seenAt,
    @Default("1") @Check("active >= 0") int active,
    @Column(unique = true) Optional<String> normalizedEmail) {}
