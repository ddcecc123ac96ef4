package shop;

import dev.varve.annotations.Comment;
import dev.varve.annotations.View;

@View(name = "counts", select = "SELECT count(*) AS notes FROM pad.note")
@Comment("how many there are")
public record Count(@Comment("all of them") long notes) {}
