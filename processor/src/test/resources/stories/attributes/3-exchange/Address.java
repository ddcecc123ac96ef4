package shop;

import dev.varve.annotations.CompositeType;
import dev.varve.annotations.RenamedFrom;
import java.util.Optional;

@CompositeType
public record Address(
    @RenamedFrom("street") String land,
    Optional<String> postcode,
    @RenamedFrom("land") String street) {}
