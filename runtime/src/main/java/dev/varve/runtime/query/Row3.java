package dev.varve.runtime.query;

/** A row of three selected expressions, in their order. */
public record Row3<A, B, C>(A a, B b, C c) {}
