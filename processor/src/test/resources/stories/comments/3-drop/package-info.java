@Routine("CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")
@Sequence(name = "later")
@Extension(name = "citext")
package shop;

import dev.varve.annotations.Extension;
import dev.varve.annotations.Routine;
import dev.varve.annotations.Sequence;
