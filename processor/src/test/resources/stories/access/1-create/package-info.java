@Routine("""
    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.changed_at := now();
      RETURN NEW;
    END
    $$
    """)
@Routine(
    value = """
        CREATE OR REPLACE FUNCTION notes_of(who bigint, at_most integer DEFAULT 10)
          RETURNS notes LANGUAGE sql STABLE
          RETURN (SELECT n FROM notes AS n WHERE n.owner_id = who LIMIT 1);
        """,
    requires = "notes")
@Routine("CREATE PROCEDURE tidy(INOUT gone integer) LANGUAGE sql AS 'SELECT gone + 1'")
@Role(name = "story_reader")
@Role(name = "story_writer", memberOf = "story_reader", inherit = false)
@Grant(value = "EXECUTE", on = "ROUTINE touch()", to = "story_writer")
package shop;

import dev.varve.annotations.Grant;
import dev.varve.annotations.Role;
import dev.varve.annotations.Routine;
