package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.References;
import dev.varve.annotations.Unique;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
@Check(value = "front <> back", name = "bad_front_key")
@Unique(columns = {"front", "back"}, name = "bad_back_idx")
public record Bad(
    @Id long id,
    @Column(unique = true) String front,
    @dev.varve.annotations.Index String back,
    @References(value = Bad.class, name = "bad_pkey") Optional<Long> before) {}
