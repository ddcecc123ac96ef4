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
    @Column(length = 255, unique = true) String email,
    Optional<String> nickname,
    @Default("now()") Instant createdAt) {}
