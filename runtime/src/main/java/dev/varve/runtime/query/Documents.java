package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Functions that make documents; made to be imported statically. */
public final class Documents {
  private Documents() {}

  /** An array of JSON. */
  public static DocumentExpression<Json> jsonArray(Operand<?, ?>... elements) {
    return new DocumentExpression<>(Type.JSON, Calls.call("jsonb_build_array", elements));
  }

  /** An object of JSON with one member; {@link Members#and} adds more. */
  public static Members jsonObject(String name, Operand<?, ?> value) {
    return new Members(List.of(Calls.text(name), value));
  }

  /** The value as JSON. */
  public static DocumentExpression<Json> toJson(Expression<?> value) {
    return new DocumentExpression<>(Type.JSON, Calls.call("to_jsonb", value));
  }

  /** The value as JSON; NULL remains NULL. */
  public static NullableDocumentExpression<Json> toJson(NullableExpression<?> value) {
    return new NullableDocumentExpression<>(Type.JSON, Calls.call("to_jsonb", value));
  }

  /** An object of JSON that is being put together. */
  public static final class Members {
    private final List<Operand<?, ?>> parts;

    private Members(List<Operand<?, ?>> parts) {
      this.parts = parts;
    }

    public Members and(String name, Operand<?, ?> value) {
      List<Operand<?, ?>> more = new ArrayList<>(parts);
      more.add(Calls.text(name));
      more.add(value);
      return new Members(more);
    }

    public DocumentExpression<Json> build() {
      return new DocumentExpression<>(Type.JSON, Calls.call("jsonb_build_object", parts));
    }
  }
}
