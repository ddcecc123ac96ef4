package clashes;

import dev.varve.annotations.Json;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

@Table(name = "columns")
public record Column(@Id boolean id, @Json Key1 type, @Json List<Key1> list) {
  public record Key1(String CODEC, List<String> codec, List<String> Codec) {}
}
