package shop;

import dev.varve.annotations.Comment;
import dev.varve.annotations.CompositeType;

@CompositeType(name = "place")
@Comment("somewhere")
public record Point(int x, int y) {}
