/**
 * Measures Varve beside what else one could use, and writes {@code docs/performance.md}. {@code
 * ./mvnw -q -Pbenchmark} runs it.
 */
package dev.varve.examples.benchmark;
