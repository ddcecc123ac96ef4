package guide;

import dev.varve.annotations.Default;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;

@Table(
    name = "posts",
    uniqueConstraints = @UniqueConstraint(columnNames = {"author_id", "title"}))
public record Post(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    long authorId,
    String title,
    @Default("0") long likes,
    @Default("now()") Instant createdAt) {}
