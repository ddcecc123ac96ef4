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
    @Column(length = 320, unique = true) String mail,
    @Backfill("mail") String displayName,
    @Default("now()") Instant createdAt,
    @Index Optional<Instant> seenAt,
    @AllowRewrite("a few users") @Using("CASE WHEN active THEN 1 ELSE 0 END") @Default("1") int active,
    @Column(unique = true) Optional<String> normalizedEmail,
    Optional<UUID> token) {}
