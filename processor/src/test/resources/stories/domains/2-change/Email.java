package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Domain;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Column;

@Domain(name = "address", notNull = true)
@RenamedFrom("email")
@Check("VALUE LIKE '%_@_%._%'")
@Check(value = "VALUE = lower(VALUE)", name = "lower_case")
public record Email(@Column(length = 200) String value) {}
