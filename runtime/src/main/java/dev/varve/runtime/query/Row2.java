package dev.varve.runtime.query;

/** A row of two selected expressions, in their order. */
public record Row2<A, B>(A a, B b) {}
