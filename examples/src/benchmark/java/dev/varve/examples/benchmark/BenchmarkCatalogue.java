package dev.varve.examples.benchmark;

import dev.varve.runtime.Catalogue;

/** Stands for the class that the processor generates beside the packed migrations. */
public final class BenchmarkCatalogue implements Catalogue {
  @Override
  public String module() {
    return "benchmark.m500";
  }
}
