package dev.varve.processor.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each part of the model stands in the source. */
public final class Origins {
  private final Map<Subject, Origin> origins = new HashMap<>();

  /** Records a place; of two the first counts. */
  public void put(Subject subject, Origin origin) {
    origins.putIfAbsent(subject, origin);
  }

  public Optional<Origin> find(Subject subject) {
    return Optional.ofNullable(origins.get(subject));
  }
}
