package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.CompositeType;
import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.NamedEnum;
import dev.varve.annotations.Sensitive;
import dev.varve.annotations.Sequence;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "bad")
public record Bad(
    @Id long id, Part part, @Enumerated(EnumType.STRING) Size size, @AllowRewrite("few") Kind kind) {

  @CompositeType
  public record Part(@Sensitive String name) {}

  @NamedEnum(name = "size", schema = "desk")
  public enum Size {
    @Default("1")
    SMALL
  }

  @Embeddable
  @CompositeType
  public record Kind(String name) {}

  @Sequence(name = "numbers")
  public record Page(@Index String title) {}

  @Default("7")
  public int pages() {
    return 7;
  }
}
