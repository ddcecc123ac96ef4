package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Domain;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

@Table(name = "orders")
public record Bad(@Id long id, Code code, List<Tag> tags) {
  @Domain
  public record Code(long value) {}

  @Domain
  @Check("VALUE <> ''")
  public record Tag(String value) {}
}
