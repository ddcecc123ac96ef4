@Domain(name = "zip", type = "text", checks = @Check("is_code(VALUE)"), renamedFrom = "postal_code")
@Domain(name = "Odd Name", type = "integer", checks = @Check("VALUE > 2"))
@Routine("CREATE FUNCTION is_code(code text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN code ~ '^[0-9]{5}$'")
package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Domain;
import dev.varve.annotations.Routine;
