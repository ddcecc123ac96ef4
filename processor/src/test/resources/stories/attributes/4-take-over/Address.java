package shop;

import dev.varve.annotations.CompositeType;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.RenamedFrom;
import java.util.Optional;

@CompositeType(name = "place")
@RenamedFrom("address")
@Dropped(value = "address.postcode", purge = true)
public record Address(
    @RenamedFrom("land") String postcode, String street, Optional<Integer> floor) {}
