package shop;

import dev.varve.annotations.Json;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Calendar;

@Table(name = "bad")
public record Bad(@Id long id, @Json Settings settings) {
  public record Settings(String theme, Calendar since) {}
}
