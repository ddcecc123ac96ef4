package shop;

import dev.varve.annotations.Default;
import dev.varve.runtime.value.BitString;
import dev.varve.runtime.value.Cidr;
import dev.varve.runtime.value.Interval;
import dev.varve.runtime.value.MacAddress;
import dev.varve.runtime.value.Point;
import dev.varve.runtime.value.Range;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Table
public record Visit(
    @Id long id,
    Cidr network,
    MacAddress device,
    @Column(columnDefinition = "char(2)") String country,
    @Column(secondPrecision = 3) Instant at,
    @Column(columnDefinition = "interval day to second(3)") Duration stay,
    @Column(columnDefinition = "bit(3)") BitString flags,
    @Column(columnDefinition = "money") BigDecimal spent,
    @Column(columnDefinition = "jsonb") String document,
    @Column(columnDefinition = "numeric(6, -2)") BigDecimal distance,
    Optional<Point> place,
    @Default("'[1,5)'") Range<Integer> pages,
    List<Interval> pauses,
    @Column(columnDefinition = "citext") String email,
    @Column(columnDefinition = "other.email") Optional<String> other,
    @Column(columnDefinition = "hstore") Optional<String> attributes,
    @Column(columnDefinition = "ltree[]") List<String> paths,
    @Column(columnDefinition = "vector") Optional<String> embedding,
    @Column(columnDefinition = "geometry") Optional<String> shape,
    @Enumerated(EnumType.STRING) Mood mood,
    @Enumerated(EnumType.STRING) List<Mood> moods) {}
