@Domain(
    name = "postal_code",
    type = "text",
    notNull = true,
    checks = @Check("is_code(VALUE)"))
@Domain(name = "Odd Name", type = "integer", defaultValue = "7")
@Routine("CREATE FUNCTION is_code(code text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN code ~ '^[0-9]{5}$'")
package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Domain;
import dev.varve.annotations.Routine;
