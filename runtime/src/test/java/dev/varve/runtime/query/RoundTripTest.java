package dev.varve.runtime.query;

import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.Transfer;
import dev.varve.runtime.value.Interval;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes in comes out: every type, its extremes, in the driver's text and binary forms. */
class RoundTripTest {
  private static TestDatabase server;
  private static int version;
  private static final TimeZone ZONE = TimeZone.getDefault();

  @BeforeAll
  static void start() throws SQLException {
    server = ValueCases.newDatabase();
    try (Connection connection = server.connect()) {
      version = connection.getMetaData().getDatabaseMajorVersion();
    }
  }

  @AfterAll
  static void stop() {
    TimeZone.setDefault(ZONE);
    server.close();
  }

  static Stream<Arguments> runs() {
    List<Arguments> runs = new ArrayList<>();
    for (String zone : List.of("UTC", "America/New_York", "Europe/Amsterdam")) {
      for (Transfer transfer : Transfer.values()) {
        ValueCases.all()
            .filter(c -> zone.equals("UTC") || isOfTime(c, transfer))
            .forEach(c -> runs.add(Arguments.of(c, zone, transfer)));
      }
    }
    return runs.stream();
  }

  /** The driver thinks of zones for these. */
  private static boolean isOfTime(ValueCases.Case<?> test, Transfer transfer) {
    return test.sqlType().matches("date|time.*")
        && (transfer == Transfer.TEXT || transfer == Transfer.BINARY);
  }

  @ParameterizedTest
  @MethodSource("runs")
  <T> void whatGoesInComesOut(ValueCases.Case<T> test, String zone, Transfer transfer) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    List<T> known = test.values().stream().filter(RoundTripTest::isKnown).toList();
    new RoundTrip(server, transfer)
        .check(new ValueCases.Case<>(test.sqlType(), test.type(), known));
  }

  /** Endless intervals came with PostgreSQL 17. */
  private static boolean isKnown(Object value) {
    return !value.equals(Interval.MAX) || version >= 17;
  }
}
