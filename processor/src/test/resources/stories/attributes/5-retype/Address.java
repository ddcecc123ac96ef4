package shop;

import dev.varve.annotations.CompositeType;
import dev.varve.annotations.RenamedFrom;
import java.util.Optional;

@CompositeType(name = "place")
public record Address(
    @RenamedFrom("postcode") String road, String street, Optional<Long> floor) {}
