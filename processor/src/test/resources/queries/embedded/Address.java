package embedded;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

@Embeddable
public record Address(
    @Column(length = 100) String street, int number, Optional<String> suffix, Place place) {}
