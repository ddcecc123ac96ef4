package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Using;
import dev.varve.runtime.value.BitString;
import dev.varve.runtime.value.Inet;
import dev.varve.runtime.value.Interval;
import dev.varve.runtime.value.MacAddress8;
import dev.varve.runtime.value.Point;
import dev.varve.runtime.value.Range;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Table
@AllowRewrite("nobody uses it yet")
public record Visit(
    @Id long id,
    Inet network,
    MacAddress8 device,
    @Column(length = 3) String country,
    Instant at,
    Interval stay,
    BitString flags,
    BigDecimal spent,
    @Column(columnDefinition = "json") String document,
    @Column(columnDefinition = "numeric(9, 1)") BigDecimal distance,
    Optional<Point> place,
    @Using("int8range(lower(pages), upper(pages))") Range<Long> pages,
    List<Interval> pauses,
    String email,
    @Column(columnDefinition = "other.email") Optional<String> other,
    Optional<String> attributes,
    @Column(columnDefinition = "ltree[]") List<String> paths,
    @Column(columnDefinition = "vector") Optional<String> embedding,
    @Column(columnDefinition = "geometry") Optional<String> shape,
    @Enumerated(EnumType.STRING) Mood mood,
    @Enumerated(EnumType.STRING) List<Mood> moods) {}
