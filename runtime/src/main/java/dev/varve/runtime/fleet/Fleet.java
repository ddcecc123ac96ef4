package dev.varve.runtime.fleet;

import dev.varve.runtime.migrate.MigrationResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Many databases or schemas that get the same migrations.
 *
 * <p>Canaries go first, and the others only if all of these succeeded; then some at a time, until
 * the given number of failures. A run that was stopped or killed is resumed by running again: each
 * database tells, with one statement, what it has. Several runs at once are safe, as each member is
 * locked for itself.
 *
 * <p>A value of this class is immutable.
 */
public final class Fleet {
  private final List<Member> members;
  private final Function<DataSource, MigrationResult> call;
  private final int parallel;
  private final Set<String> canaries;
  private final int stopAfter;
  private final Consumer<FleetReport.Outcome> listener;

  private Fleet(
      List<Member> members,
      Function<DataSource, MigrationResult> call,
      int parallel,
      Set<String> canaries,
      int stopAfter,
      Consumer<FleetReport.Outcome> listener) {
    this.members = members;
    this.call = call;
    this.parallel = parallel;
    this.canaries = canaries;
    this.stopAfter = stopAfter;
    this.listener = listener;
  }

  /**
   * A fleet that does this to each member: four at a time, without canaries, until the first
   * failure.
   *
   * @throws IllegalArgumentException if two members have the same name
   */
  public static Fleet of(Collection<Member> members, Function<DataSource, MigrationResult> call) {
    Set<String> names = new HashSet<>();
    for (Member member : members) {
      if (!names.add(member.name())) {
        throw new IllegalArgumentException("Two members have the name " + member.name() + ".");
      }
    }
    return new Fleet(List.copyOf(members), call, 4, Set.of(), 1, outcome -> {});
  }

  /** Does this to each member, such as {@code ds -> Varve.of(ds).lockTimeout(limit).migrate()}. */
  public Fleet each(Function<DataSource, MigrationResult> other) {
    return new Fleet(members, other, parallel, canaries, stopAfter, listener);
  }

  /** How many members are worked on at a time, each by a thread with one connection. */
  public Fleet parallel(int count) {
    return new Fleet(members, call, positive(count), canaries, stopAfter, listener);
  }

  /** The members with these names go first; if one of them fails, no other is touched. */
  public Fleet canaries(String... names) {
    return new Fleet(members, call, parallel, known(List.of(names)), stopAfter, listener);
  }

  /**
   * With how many failures no further member is started; those being worked on are finished. A
   * canary that fails stops the run by itself.
   */
  public Fleet stopAfter(int failures) {
    return new Fleet(members, call, parallel, canaries, positive(failures), listener);
  }

  /** Hears of each member's end, one at a time, in the thread that worked on it. */
  public Fleet listener(Consumer<FleetReport.Outcome> heard) {
    return new Fleet(members, call, parallel, canaries, stopAfter, heard);
  }

  /** A fleet of these members only, such as a report's {@link FleetReport#unfinished}. */
  public Fleet only(Collection<String> names) {
    Set<String> chosen = known(names);
    List<Member> some = new ArrayList<>(members);
    some.removeIf(member -> !chosen.contains(member.name()));
    Set<String> first = new HashSet<>(canaries);
    first.retainAll(chosen);
    return new Fleet(List.copyOf(some), call, parallel, Set.copyOf(first), stopAfter, listener);
  }

  /**
   * Migrates the members. What goes wrong with one of them is in the report; see {@link
   * FleetReport#orThrow}. If the calling thread is interrupted, so are those that work, and the
   * report says how far they came; the thread stays interrupted.
   */
  public FleetReport migrate() {
    return new FleetRun(members, call, parallel, canaries, stopAfter, listener).run();
  }

  private static int positive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("At least 1 is meant, not " + count + ".");
    }
    return count;
  }

  private Set<String> known(Collection<String> names) {
    Set<String> missing = new HashSet<>(names);
    members.forEach(member -> missing.remove(member.name()));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("Not in this fleet: " + String.join(", ", missing) + ".");
    }
    return Set.copyOf(names);
  }
}
