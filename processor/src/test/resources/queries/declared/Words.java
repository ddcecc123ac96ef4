package declared;

import dev.varve.annotations.Check;
import dev.varve.annotations.Domain;
import java.util.List;

@Domain
@Check("cardinality(VALUE) < 9")
public record Words(List<String> value) {}
