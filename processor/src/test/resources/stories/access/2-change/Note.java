package shop;

import dev.varve.annotations.Default;
import dev.varve.annotations.Grant;
import dev.varve.annotations.Policy;
import dev.varve.annotations.RenamedFrom;
import dev.varve.annotations.RowSecurity;
import dev.varve.annotations.Trigger;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Table(name = "notes")
@Trigger(
    name = "notes_touch",
    timing = Trigger.Timing.BEFORE,
    on = {Trigger.Event.INSERT, Trigger.Event.UPDATE},
    columns = {"body"},
    when = "NEW.body <> ''",
    execute = "touch()")
@Policy(
    name = "own notes",
    restrictive = true,
    to = "story_writer",
    using = "owner_id = current_setting('app.user')::bigint",
    check = "owner_id = current_setting('app.user')::bigint")
@RowSecurity(force = true)
@Grant(value = {"SELECT", "DELETE"}, to = "story_reader")
@Grant(value = {"INSERT", "UPDATE (body)"}, to = "story_writer")
public record Note(
    @Id long id, long ownerId, @RenamedFrom("text") String body, @Default("now()") Instant changedAt) {}
