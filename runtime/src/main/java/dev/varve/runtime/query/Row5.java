package dev.varve.runtime.query;

/** A row of five selected expressions, in their order. */
public record Row5<A, B, C, D, E>(A a, B b, C c, D d, E e) {}
