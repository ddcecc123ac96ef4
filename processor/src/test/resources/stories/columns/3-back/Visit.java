package shop;

import dev.varve.annotations.Identity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Visit(
    @Id @Identity long id, String path, Optional<Integer> seconds, Optional<Integer> place) {}
