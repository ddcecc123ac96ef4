package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.varve.processor.ddl.Labels;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.testing.LongHistory;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 1,000 migrations of a 300-table model stay small, on the disk and when they are folded. */
class HistorySizeTest {
  @Test
  void aLongHistoryIsSmall() {
    List<LongHistory.Step> steps = LongHistory.of(1000, 300);
    List<String> records = new ArrayList<>();
    long all = 0;
    List<History.Entry> past = new ArrayList<>();
    for (LongHistory.Step step : steps) {
      MigrationFile file = new Draft(step.from(), step.changes(), new Labels(Map.of()))
          .write(
              "shop",
              new History(past),
              List.of(),
              Optional.of(step.version()),
              Optional.of(step.name()),
              Clock.systemUTC());
      past.clear();
      past.add(new History.Entry(step.version(), step.name(), step.after(), step.changes()));
      String record = file.record().orElseThrow().text();
      records.add(record);
      all += bytes(file.sql()) + bytes(file.undo().orElseThrow()) + bytes(record);
    }
    assertTrue(all < 5_000_000, "the files have " + all + " bytes");
    fold(steps, records);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Schema schema = fold(steps, records);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(300, schema.tables().size());
    assertTrue(allocated < 100_000_000, () -> "folding allocates " + allocated + " bytes");
  }

  /** As a compilation does it, but for reading the files. */
  private static Schema fold(List<LongHistory.Step> steps, List<String> records) {
    List<History.Entry> entries = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      MigrationRecord record = MigrationRecord.parse(records.get(i));
      entries.add(new History.Entry(
          steps.get(i).version(), steps.get(i).name(), record.after(), record.changes()));
    }
    return new History(entries).schema();
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
