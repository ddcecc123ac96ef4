@Routine("CREATE FUNCTION is_code(code text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN code ~ '^[0-9]{5}$'")
package shop;

import dev.varve.annotations.Routine;
