package dev.varve.runtime.query;

/** A row of seven selected expressions, in their order. */
public record Row7<A, B, C, D, E, F, G>(A a, B b, C c, D d, E e, F f, G g) {}
