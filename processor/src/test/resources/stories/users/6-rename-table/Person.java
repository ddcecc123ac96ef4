package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

@Table(name = "people")
@RenamedFrom("users")
public record Person(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,
    @Column(length = 320, unique = true) String mail,
    @Default("now()") Instant createdAt,
    @Index Optional<Instant> seenAt,
    @RenamedFrom("active") @Default("1") @Check("state >= 0") int state,
    @Column(unique = true) Optional<String> normalizedEmail) {}
