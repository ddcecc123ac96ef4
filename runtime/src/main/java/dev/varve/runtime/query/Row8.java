package dev.varve.runtime.query;

/** A row of eight selected expressions, in their order. */
public record Row8<A, B, C, D, E, F, G, H>(A a, B b, C c, D d, E e, F f, G g, H h) {}
