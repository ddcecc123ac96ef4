package shop;

import dev.varve.annotations.View;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Bad(@Id long id) {
  @View(name = "bad", select = "SELECT id FROM bad")
  public record Same(long id) {}

  @View(name = "one", select = "SELECT id FROM bad")
  public record One(long id) {}

  @View(name = "one", select = "SELECT id FROM bad")
  public record Other(long id) {}
}
