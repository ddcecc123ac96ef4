/** Measures what annotation processors cost a compilation, Varve's beside others. */
package dev.varve.examples.benchmark.compile;
