package shop;

import dev.varve.annotations.Backfill;
import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.annotations.RenamedFrom;
import dev.varve.annotations.Using;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

@Table
@Check(" ")
@Index(columns = {"title", "title"})
@Index
public record Bad(
    @Id @Column(nullable = true) long id,
    @Column(length = 0) String title,
    @Column(length = 20) int size,
    @Column(precision = 4, scale = 6) BigDecimal price,
    @Column(scale = 2) double weight,
    @Column(nullable = false) Optional<String> note,
    @Default("") String state,
    @Index(columns = "note") String word,
    @References(value = Sound.class, onDelete = ReferentialAction.SET_NULL) UUID sound,
    @References(value = Sound.class, onUpdate = ReferentialAction.SET_DEFAULT) UUID other,
    @Column(name = "nul\0") String letter,
    @RenamedFrom("") String renamed,
    @Backfill(" ") String filled,
    @Using("") int used) {}
