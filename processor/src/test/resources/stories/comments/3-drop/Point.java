package shop;

import dev.varve.annotations.CompositeType;

@CompositeType(name = "place")
public record Point(int y, int x) {}
