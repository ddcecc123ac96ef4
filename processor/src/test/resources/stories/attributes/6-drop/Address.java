package shop;

import dev.varve.annotations.CompositeType;
import dev.varve.annotations.Dropped;

@CompositeType(name = "place")
@Dropped(value = "place.street", purge = true)
public record Address(String road, java.util.Optional<Long> floor) {}
