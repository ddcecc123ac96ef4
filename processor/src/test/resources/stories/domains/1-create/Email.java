package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Domain;
import jakarta.persistence.Column;

@Domain
@Check("VALUE LIKE '%_@_%'")
public record Email(@Column(length = 200) String value) {}
