package shop;

import dev.varve.annotations.View;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

public final class Bad {
  @Table
  public record Deck(@Id long id, String title) {}

  @View(select = "SELECT s.id, s.titel FROM deck AS s")
  public record NoColumn(long id, String titel) {}

  @View(select = "SELECT id, (SELECT count(*) FROM decks) AS n FROM deck")
  public record NoTable(long id, long n) {}

  @View(select = "SELECT x.id FROM deck AS s")
  public record NoSource(long id) {}

  @View(select = "SELECT * FROM deck")
  public record Star(long id, String title) {}

  @View(select = "SELEC id FROM deck")
  public record Syntax(long id) {}

  @View(select = "DELETE FROM deck")
  public record Statement(long id) {}

  @View(checked = false, select = "SELECT id FROM elsewhere")
  public record Unchecked(long id) {}
}
