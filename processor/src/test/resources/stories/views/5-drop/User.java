package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table(name = "users")
public record User(
    @Id long id, String fullName, Optional<String> nickname) {}
