package dev.varve.runtime.query;

/** A row of six selected expressions, in their order. */
public record Row6<A, B, C, D, E, F>(A a, B b, C c, D d, E e, F f) {}
