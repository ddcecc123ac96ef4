package dev.varve.examples.benchmark.query;

import dev.varve.runtime.json.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the slices measured: of each kind of work and each peer one slice for each pass. */
record QueryResults(Map<Work, Map<String, List<Slice>>> slices) {
  /** Of one call. */
  record Slice(double nanos, double cpu, double bytes) {}

  static QueryResults of(Json json) {
    Map<Work, Map<String, List<Slice>>> slices = new EnumMap<>(Work.class);
    json.members().forEach((work, peers) -> {
      Map<String, List<Slice>> of = new LinkedHashMap<>();
      peers
          .members()
          .forEach((peer, all) ->
              of.put(peer, all.list().stream().map(QueryResults::slice).toList()));
      slices.put(Work.valueOf(work), of);
    });
    return new QueryResults(slices);
  }

  private static Slice slice(Json json) {
    return new Slice(
        json.list().get(0).integer(),
        json.list().get(1).integer(),
        json.list().get(2).integer());
  }

  /** All that were measured, in their order, without the base. */
  List<String> peers() {
    Set<String> peers = new LinkedHashSet<>();
    slices.values().forEach(of -> peers.addAll(of.keySet()));
    peers.remove(QuerySlices.BASE);
    return List.copyOf(peers);
  }

  int passes(Work work) {
    return base(work).size();
  }

  private List<Slice> base(Work work) {
    return slices.get(work).get(QuerySlices.BASE);
  }

  double median(Work work, String peer, Function<Slice, Double> value) {
    return quantile(slices.get(work).get(peer).stream().map(value).sorted().toList(), 0.5);
  }

  /** A quantile of the ratios to the base in the same pass. */
  Optional<Double> ratio(Work work, String peer, ToDoubleFunction<Slice> value, double quantile) {
    List<Slice> of = slices.get(work).get(peer);
    if (of == null) {
      return Optional.empty();
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      ratios.add(value.applyAsDouble(of.get(i)) / value.applyAsDouble(base(work).get(i)));
    }
    return Optional.of(quantile(ratios.stream().sorted().toList(), quantile));
  }

  private static double quantile(List<Double> sorted, double quantile) {
    double place = quantile * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
