package shop;

import dev.varve.annotations.CompositeType;
import dev.varve.annotations.RenamedFrom;
import java.util.Optional;

@CompositeType
public record Address(
    String street,
    @RenamedFrom("zip") Optional<String> postcode,
    @RenamedFrom("country") String land) {}
