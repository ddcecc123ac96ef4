package shop;

import dev.varve.annotations.View;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

public final class Bad {
  @Table
  public record Deck(@Id long id, String title) {}

  @View(select = "SELECT id FROM deck")
  public record Number(long id, String title) {}

  @View(select = "SELECT title, id FROM deck")
  public record Order(long id, String title) {}

  @View(select = "SELECT 1 + 1 FROM deck")
  public record Nameless(long sum) {}

  @View(select = "SELECT id FROM deck")
  public record Type(String id) {}
}
