package shop;

import dev.varve.annotations.Default;
import dev.varve.annotations.Grant;
import dev.varve.annotations.Policy;
import dev.varve.annotations.Trigger;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Table(name = "notes")
@Trigger(
    name = "notes_touch",
    timing = Trigger.Timing.BEFORE,
    on = {Trigger.Event.INSERT, Trigger.Event.UPDATE},
    columns = {"text"},
    when = "NEW.text <> ''",
    execute = "touch()")
@Policy(
    name = "own notes",
    to = "story_writer",
    using = "owner_id = current_setting('app.user')::bigint",
    check = "owner_id = current_setting('app.user')::bigint")
@Grant(value = "SELECT", to = "story_reader")
@Grant(value = {"INSERT", "UPDATE (text)"}, to = "story_writer")
public record Note(
    @Id long id, long ownerId, String text, @Default("now()") Instant changedAt) {}
