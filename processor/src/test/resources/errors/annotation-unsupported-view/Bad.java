package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Index;
import dev.varve.annotations.MaterializedView;
import dev.varve.annotations.View;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@View(select = "SELECT id FROM sound")
public record Bad(@Id @Index java.util.UUID id) {
  @MaterializedView(select = "SELECT id FROM sound")
  @Check("id > 0")
  public record Stored(java.util.UUID id) {}

  @Table
  @View(select = "SELECT id FROM sound")
  public record Both(@Id java.util.UUID id) {}
}
