package shop;

import jakarta.persistence.*;
import java.util.*;

@Table
public record Deck(
    @Id long id,
    @Enumerated(EnumType.STRING) Mood mood,
    @Column(columnDefinition = "varchar(10)") @Enumerated(EnumType.STRING) Optional<Mood> before,
    @Enumerated(EnumType.STRING) List<Mood> past) {}
