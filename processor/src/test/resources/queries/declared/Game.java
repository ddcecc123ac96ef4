package declared;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

@Table(name = "game")
public record Game(
    @Id long id,
    Email email,
    List<Email> emails,
    Optional<Score> score,
    Whole whole,
    Optional<Part> part,
    List<Part> parts,
    Words words,
    Optional<Grid> grid,
    List<Words> texts) {}
