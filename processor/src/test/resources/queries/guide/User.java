package guide;

import dev.varve.annotations.Default;
import dev.varve.annotations.Json;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Table(name = "users")
public record User(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    @Column(unique = true) String email,
    Optional<String> name,
    Optional<Long> invitedBy,
    List<String> tags,
    @Json Prefs prefs,
    @Version int version,
    @Default("now()") Instant createdAt) {}
