package shop;

import dev.varve.annotations.Dropped;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Dropped("state.LOST")
@Table(name = "users")
public record User(
    @Id long id, @RenamedFrom("name") String fullName, Optional<String> nickname) {}
