package wide;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table(name = "teams")
public record Team(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    String name,
    Optional<String> motto,
    int size,
    Optional<Long> rivalId) {}
