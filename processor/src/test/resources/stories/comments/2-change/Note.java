package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Comment;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.Index;
import dev.varve.annotations.Policy;
import dev.varve.annotations.Trigger;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@AllowRewrite("few")
@Table(name = "note", schema = "pad")
@Dropped("mood.NONE")
@Comment("What somebody wrote")
@Comment(on = "INDEX note_text_idx", value = "for the list, newest first")
@Comment(on = "CONSTRAINT note_pkey", value = "by number")
@Comment(on = "POLICY all of them", value = "it's open")
@Trigger(
    name = "note_keep",
    timing = Trigger.Timing.BEFORE,
    on = Trigger.Event.DELETE,
    execute = "keep()")
@Policy(name = "all of them", using = "true")
@Index(columns = "text DESC")
public record Note(
    @Id long id,
    @Comment("as typed") String text,
    @Column(unique = true) Code code,
    Point place,
    Mood mood) {}
