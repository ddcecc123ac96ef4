package shop;

import dev.varve.annotations.Default;
import dev.varve.annotations.Json;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Table(name = "accounts")
public record Account(
    @Id @GeneratedValue UUID id,
    @Column(length = 255, unique = true) String email,
    Optional<String> displayName,
    Mood mood,
    Optional<Mood> lastMood,
    @Json Prefs prefs,
    List<String> tags,
    Optional<List<Mood>> moods,
    int[] scores,
    Optional<Integer> age,
    @Column(nullable = true) Long points,
    @Version int version,
    @Default("now()") Instant createdAt) {}
