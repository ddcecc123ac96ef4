package dev.varve.runtime.query;

/** A row of four selected expressions, in their order. */
public record Row4<A, B, C, D>(A a, B b, C c, D d) {}
