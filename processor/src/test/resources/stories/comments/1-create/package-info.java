@Routine("CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")
@Sequence(name = "numbers")
@Extension(name = "citext")
@Comment(on = "ROUTINE keep()", value = "keeps rows")
@Comment(on = "SEQUENCE numbers", value = "for later")
@Comment(on = "EXTENSION citext", value = "soon")
@Comment(on = "SCHEMA pad", value = "of paper")
package shop;

import dev.varve.annotations.Comment;
import dev.varve.annotations.Extension;
import dev.varve.annotations.Routine;
import dev.varve.annotations.Sequence;
