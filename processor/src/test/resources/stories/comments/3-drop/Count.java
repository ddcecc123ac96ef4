package shop;

import dev.varve.annotations.View;

@View(name = "counts", select = "SELECT count(*) AS notes FROM pad.note")
public record Count(long notes) {}
