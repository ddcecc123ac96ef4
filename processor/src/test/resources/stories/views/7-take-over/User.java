package shop;

import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table(name = "people")
@RenamedFrom("users")
public record User(
    @Id long id, @Column(unique = true) String fullName, Optional<String> nickname) {}
