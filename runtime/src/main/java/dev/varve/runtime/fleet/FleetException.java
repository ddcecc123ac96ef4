package dev.varve.runtime.fleet;

/** Not every member of a fleet is where it should be; {@link #report} says which, and why. */
public final class FleetException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient FleetReport report;

  FleetException(String message, FleetReport report) {
    super(message);
    this.report = report;
  }

  public FleetReport report() {
    return report;
  }
}
