package clashes;

import static clashes.ClashTable.CLASH_TABLE;

import dev.varve.runtime.query.Database;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

public final class Application implements Consumer<DataSource> {
  public Application() {}

  @Override
  public void accept(DataSource source) {
    Database db = Database.of(source);
    Clash clash =
        db.insert(CLASH_TABLE)
            .values(
                List.of(
                    ClashInsert.of(1, "u", Clash.Mood.CALM, Clash.Mood.CALM, 2, "c")
                        .ofValueValue("of")
                        .with("with")
                        .as("as")))
            .returning()
            .one();
    check(
        clash.equals(
            new Clash(
                1,
                "u",
                Clash.Mood.CALM,
                Clash.Mood.CALM,
                Optional.of("of"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("with"),
                2,
                "c",
                Optional.empty(),
                Optional.empty(),
                Optional.of("as"))));
    check(db.find(CLASH_TABLE.pkKey, 1L).equals(db.find(CLASH_TABLE.uqUqPk, "u")));
    Clash.Optional_ line =
        db.select(
                ClashOptional_Projection.project()
                    .optional(CLASH_TABLE.CLASH)
                    .row(CLASH_TABLE.row)
                    .at(CLASH_TABLE.at)
                    .project(CLASH_TABLE.DEFAULT)
                    .Project(CLASH_TABLE.DEFAULT))
            .from(CLASH_TABLE)
            .where(CLASH_TABLE.as.eq("as"), CLASH_TABLE.of.isNotNull())
            .one();
    check(line.equals(new Clash.Optional_("c", Clash.Mood.CALM, Clash.Mood.CALM, 2, 2)));
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
