package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Domain;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table(name = "orders")
@Domain(name = "no_type")
@Domain(type = "text")
@Domain(name = "odd_type", type = "txet")
@Domain(name = "odd_default", type = "integer", defaultValue = "f(")
@Domain(name = "orders", type = "integer")
@Domain(
    name = "codes",
    type = "text",
    checks = {
      @Check("length(VALUE) >"),
      @Check("length(code) > 3"),
      @Check("VALUE > other"),
      @Check(value = "VALUE > 'a'", name = "a"),
      @Check(value = "VALUE < 'z'", name = "a", noInherit = true)
    })
public record Bad(
    @Id long id,
    Email email,
    Range range,
    Maybe maybe,
    @Column(columnDefinition = "code") String code,
    @Column(columnDefinition = "text") Email asText) {
  @Domain(type = "text")
  public record Email(String value) {}

  @Domain
  public record Range(int from, int to) {}

  @Domain
  public record Maybe(Optional<String> value) {}
}
