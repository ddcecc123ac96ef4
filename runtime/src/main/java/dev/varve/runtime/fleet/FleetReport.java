package dev.varve.runtime.fleet;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run over a fleet did.
 *
 * @param outcomes one for each member, in the fleet's order
 */
public record FleetReport(Instant startedAt, Duration took, List<Outcome> outcomes) {
  private static final long FORMAT = 1;

  public FleetReport {
    outcomes = List.copyOf(outcomes);
  }

  /** How it ended for a member. */
  public enum State {
    /** Migrations were applied. */
    APPLIED,
    /** There was nothing to do. */
    UP_TO_DATE,
    /** What was applied before the failure stays; the next run goes on there. */
    FAILED,
    /** The run had stopped before its turn. */
    NOT_STARTED;

    /** As the report's JSON has it, such as {@code up_to_date}. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      for (State state : values()) {
        if (state.text().equals(text)) {
          return state;
        }
      }
      throw new JsonException("Unknown state \"" + text + "\" in a fleet's report.");
    }
  }

  /**
   * One member's part.
   *
   * @param canary whether it was one of those that go first
   * @param applied the migrations that were applied, as {@code V…__name}
   * @param notes what the applier had to say besides
   * @param error why it failed; present if, and only if, it did
   */
  public record Outcome(
      String member,
      boolean canary,
      State state,
      List<String> applied,
      List<String> notes,
      Optional<String> error,
      Duration took) {
    public Outcome {
      applied = List.copyOf(applied);
      notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
      return member
          + " "
          + state.text().replace('_', ' ')
          + (applied.isEmpty() ? "" : " " + String.join(", ", applied))
          + error.map(said -> ": " + said).orElse("");
    }
  }

  /** The members that ended in this state. */
  public List<Outcome> in(State state) {
    return outcomes.stream().filter(outcome -> outcome.state() == state).toList();
  }

  /** The names of those that failed or had no turn: what a next run has to do. */
  public List<String> unfinished() {
    return outcomes.stream()
        .filter(outcome -> outcome.state() == State.FAILED || outcome.state() == State.NOT_STARTED)
        .map(Outcome::member)
        .toList();
  }

  /**
   * The same report, if every member is where it should be.
   *
   * @throws FleetException otherwise; its message has the counts and the first failure
   */
  public FleetReport orThrow() {
    if (unfinished().isEmpty()) {
      return this;
    }
    String first = "";
    if (!in(State.FAILED).isEmpty()) {
      String failure = in(State.FAILED).get(0).toString();
      first = " First: " + failure + (failure.endsWith(".") ? "" : ".");
    }
    throw new FleetException(
        this + "." + first + " Running the fleet again goes on where this run ended.", this);
  }

  public Json toJson() {
    List<Json> members = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      members.add(Json.object()
          .put("member", outcome.member())
          .put("canary", outcome.canary())
          .put("state", outcome.state().text())
          .put("applied", texts(outcome.applied()))
          .put("notes", texts(outcome.notes()))
          .put("error", outcome.error())
          .put("millis", outcome.took().toMillis())
          .build());
    }
    return Json.object()
        .put("format", FORMAT)
        .put("startedAt", startedAt.toString())
        .put("millis", took.toMillis())
        .put("members", Json.array(members))
        .build();
  }

  /**
   * Reads what {@link #toJson} wrote; durations are whole milliseconds there.
   *
   * @throws JsonException if it is of another shape or of a newer format
   */
  public static FleetReport fromJson(Json json) {
    long format = json.get("format").integer();
    if (format != FORMAT) {
      throw new JsonException(
          "The report has format " + format + ", this runtime reads format " + FORMAT + ".");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Json member : json.get("members").list()) {
      outcomes.add(new Outcome(
          member.get("member").text(),
          member.get("canary").bool(),
          State.of(member.get("state").text()),
          member.get("applied").list().stream().map(Json::text).toList(),
          member.get("notes").list().stream().map(Json::text).toList(),
          member.find("error").map(Json::text),
          Duration.ofMillis(member.get("millis").integer())));
    }
    return new FleetReport(
        Instant.parse(json.get("startedAt").text()),
        Duration.ofMillis(json.get("millis").integer()),
        outcomes);
  }

  private static Json texts(List<String> texts) {
    return Json.array(texts.stream().map(Json::of).toList());
  }

  /** {@code 200 members: 150 applied, 47 up to date, 3 failed, 0 not started}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(outcomes.size()).append(" members");
    for (State state : State.values()) {
      text.append(state == State.APPLIED ? ": " : ", ")
          .append(in(state).size())
          .append(' ')
          .append(state.text().replace('_', ' '));
    }
    return text.toString();
  }
}
