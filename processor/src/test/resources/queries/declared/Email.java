package declared;

import dev.varve.annotations.Check;
import dev.varve.annotations.Domain;

@Domain
@Check("VALUE LIKE '%@%'")
public record Email(String value) {}
