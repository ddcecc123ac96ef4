@Routine("CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")
@Sequence(name = "later", renamedFrom = "numbers")
@Extension(name = "citext")
@Comment(on = "ROUTINE keep()", value = "keeps all rows")
@Comment(on = "SEQUENCE later", value = "for later")
@Comment(on = "SCHEMA pad", value = "of paper")
package shop;

import dev.varve.annotations.Comment;
import dev.varve.annotations.Extension;
import dev.varve.annotations.Routine;
import dev.varve.annotations.Sequence;
