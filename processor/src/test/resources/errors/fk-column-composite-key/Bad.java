package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Table
public record Bad(
    @Id long id,
    @References(Membership.class) UUID membership) {}
