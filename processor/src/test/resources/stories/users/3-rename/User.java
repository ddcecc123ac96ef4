package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

@Table(name = "users")
public record User(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,
    @RenamedFrom("email") @Column(length = 255, unique = true) String mail,
    @RenamedFrom("nickname") Optional<String> displayName,
    @Default("now()") Instant createdAt,
    Optional<Instant> seenAt,
    @Default("true") boolean active,
    String normalizedEmail,
    @Default("gen_random_uuid()") UUID token) {}
