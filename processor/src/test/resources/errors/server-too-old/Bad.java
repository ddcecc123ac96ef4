package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Generated;
import dev.varve.annotations.References;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Table
public record Bad(
    @Id long id,
    @Check(value = "amount > 0", enforced = false) int amount,
    @References(value = Sound.class, enforced = false) UUID sound,
    String name,
    @Generated(value = "length(name)", virtual = true) int size) {}
