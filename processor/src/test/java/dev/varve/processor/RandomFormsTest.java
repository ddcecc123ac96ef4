package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.testing.GitProject;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Somebody tries one form of a soft migration after the other, and two databases follow at times. */
class RandomFormsTest {
  private static final int STORIES = Boolean.getBoolean("varve.test.full") ? 40 : 1;
  private static final int ROUNDS = 10;

  /** The forms that have names for other columns than the committed one has. */
  private static final List<Integer> RENAMING = List.of(2, 7);

  private static final List<Integer> DROPPING = List.of(4, 5);

  /** A form of the record, and where it has the value of the committed column. */
  private record Form(String marks, String components, String column) {}

  private static final List<Form> FORMS = List.of(
      new Form("", ", String name", "name"),
      new Form("", ", String name, Optional<String> email", "name"),
      new Form("", ", @RenamedFrom(\"name\") String nick", "nick"),
      new Form("", ", @RenamedFrom(\"name\") String nick, Optional<String> email", "nick"),
      new Form("@Dropped(\"users.name\")", ", Optional<String> phone", ""),
      new Form("@Dropped(\"users.name\")", ", Optional<String> email", ""),
      new Form("", ", @Column(unique = true) String name, Optional<Color> color", "name"),
      new Form("", ", @RenamedFrom(\"name\") String phone, Optional<String> name", "phone"),
      new Form("", ", @Check(\"name <> ''\") String name, @Default(\"0\") int email", "name"),
      new Form(
          "@RenamedFrom(\"users\")",
          ", String name, @References(User.class) Optional<Long> friend",
          "name"),
      new Form("@RenamedFrom(\"users\")", ", @RenamedFrom(\"name\") String nick", "nick"));

  @Test
  void noFormLosesWhatIsCommitted() {
    for (int seed = 1; seed <= STORIES; seed++) {
      story(Integer.getInteger("varve.seed", seed));
    }
  }

  /** Also where the one has a name for something else than the other. */
  @Test
  void eachFormLeadsToEachOther() {
    List<String> broken = new ArrayList<>();
    for (int from = 1; from < FORMS.size(); from++) {
      for (int to = 1; to < FORMS.size(); to++) {
        if (from != to && (STORIES > 1 || RENAMING.contains(from) && DROPPING.contains(to))) {
          try {
            step(FORMS.get(from), FORMS.get(to));
          } catch (IOException | RuntimeException | AssertionError e) {
            broken.add(from + " to " + to + ": " + e.getMessage());
          }
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  private static void step(Form from, Form to) throws IOException {
    try (GitProject shop = new GitProject();
        TestDatabase database = TestServer.newDatabase()) {
      shop.type("Color", "public enum Color { RED, GREEN }");
      compile(shop, FORMS.get(0));
      shop.commit("Users");
      shop.compile();
      shop.migrate(database);
      database.execute("INSERT INTO users VALUES (1, 'Ada')");
      compile(shop, from);
      follow(shop, database, from, false);
      compile(shop, to);
      follow(shop, database, to, true);
      compile(shop, FORMS.get(0));
      follow(shop, database, FORMS.get(0), true);
    }
  }

  private static void story(int seed) {
    Random random = new Random(seed);
    List<String> rounds = new ArrayList<>();
    try (GitProject shop = new GitProject();
        TestDatabase one = TestServer.newDatabase();
        TestDatabase other = TestServer.newDatabase()) {
      shop.type("Color", "public enum Color { RED, GREEN }");
      compile(shop, FORMS.get(0));
      shop.commit("Users");
      shop.compile();
      for (TestDatabase database : List.of(one, other)) {
        shop.migrate(database);
        database.execute("INSERT INTO users VALUES (1, 'Ada')");
      }
      for (int round = 0; round < ROUNDS; round++) {
        boolean last = round == ROUNDS - 1;
        int chosen = random.nextInt(FORMS.size());
        Form form = FORMS.get(chosen);
        rounds.add(String.valueOf(chosen));
        compile(shop, form);
        if (chosen != 0 && random.nextInt(6) == 0) {
          rounds.add("forget");
          Files.deleteIfExists(shop.project().migrations().resolve(".varve/forms.json"));
          shop.compile();
        }
        if (last || random.nextInt(10) < 7) {
          follow(shop, one, form, last);
          rounds.add("one");
        }
        if (last || random.nextInt(10) < 3) {
          follow(shop, other, form, last);
          rounds.add("other");
        }
      }
    } catch (IOException | RuntimeException | AssertionError broken) {
      throw new AssertionError("seed " + seed + ", " + rounds + ": " + broken.getMessage(), broken);
    }
  }

  private static void compile(GitProject shop, Form form) {
    String table = form.marks().contains("RenamedFrom") ? "people" : "users";
    shop.type(
        "User",
        form.marks() + "@Table(name = \"" + table + "\") public record User(@Id long id"
            + form.components() + ") {}");
    shop.compile();
  }

  private static void follow(GitProject shop, TestDatabase database, Form form, boolean last) {
    shop.migrate(database);
    String table = form.marks().contains("RenamedFrom") ? "people" : "users";
    if (!form.column().isEmpty()) {
      assertEquals(List.of("Ada"), database.rows("SELECT " + form.column() + " FROM " + table));
    }
    if (last) {
      shop.assertFresh(database);
    }
  }
}
