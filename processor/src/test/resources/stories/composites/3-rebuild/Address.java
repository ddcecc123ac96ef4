package shop;

import dev.varve.annotations.CompositeType;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Column;
import java.util.List;
import java.util.Optional;

@CompositeType(name = "place")
@RenamedFrom("address")
@Dropped(value = "address.country", purge = true)
public record Address(
    @Column(length = 100) String street,
    List<String> lines,
    Optional<Integer> floor,
    @Column(name = "zip code", length = 9) Optional<String> zip) {}
