package shop;

import dev.varve.annotations.Index;
import dev.varve.annotations.Policy;
import dev.varve.annotations.Trigger;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "note", schema = "pad")
@Trigger(
    name = "note_keep",
    timing = Trigger.Timing.BEFORE,
    on = Trigger.Event.DELETE,
    execute = "keep()")
@Policy(name = "all of them", using = "true")
@Index(columns = "text DESC")
public record Note(
    @Id long id,
    String text,
    @Column(unique = true) Code code,
    Point place,
    Mood mood) {}
