package dev.varve.runtime.query;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A statement in a recording of the JDK's Flight Recorder. Only {@link Lease} touches it, and only
 * where {@link Lease#RECORDER} says so: a JVM may have no such recorder.
 */
@Name("dev.varve.Statement")
@Label("SQL statement")
@Category("Varve")
@StackTrace(false)
final class StatementRecording extends Event {
  /** Asked of events instead of a new one for each statement. */
  private static final StatementRecording SAMPLE = new StatementRecording();

  @Label("SQL")
  String sql = "";

  @Label("Parameters")
  String parameters = "";

  @Label("Rows")
  long rows;

  @Label("Failure")
  String failure = "";

  static boolean isRecorded() {
    return SAMPLE.isEnabled();
  }

  static StatementRecording started() {
    StatementRecording event = new StatementRecording();
    event.begin();
    return event;
  }
}
