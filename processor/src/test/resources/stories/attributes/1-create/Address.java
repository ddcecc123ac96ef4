package shop;

import dev.varve.annotations.CompositeType;
import java.util.Optional;

@CompositeType
public record Address(String street, Optional<String> zip, String country) {}
