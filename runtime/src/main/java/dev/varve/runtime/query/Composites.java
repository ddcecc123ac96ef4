package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records that are composite types of PostgreSQL; they travel as the text of a row. */
public final class Composites {
  private Composites() {}

  /**
   * The type of a record.
   *
   * @param sqlName the composite type as SQL
   * @param create makes a record of its parts
   * @param parts in the order of the attributes
   */
  @SafeVarargs
  public static <T> Type<T> of(String sqlName, Function<Values, T> create, Part<T, ?>... parts) {
    List<Part<T, ?>> list = new ArrayList<>();
    for (Part<T, ?> part : parts) {
      list.add(part);
    }
    return new RowType<>(
        sqlName,
        text -> create.apply(new Values(sqlName, list, RowText.parse(text, list.size()))),
        value ->
            RowText.write(list.stream().map(part -> part.text(sqlName, value)).toList()));
  }

  /** A component that is never null. */
  public static <T, F> Part<T, F> part(Type<F> type, Function<T, F> get) {
    return new Part<>(type, get, false);
  }

  /** A component that may be null. */
  public static <T, F> Part<T, F> nullable(Type<F> type, Function<T, @Nullable F> get) {
    return new Part<>(type, get, true);
  }

  /** A component that is an {@code Optional}. */
  public static <T, F> Part<T, F> optional(Type<F> type, Function<T, Optional<F>> get) {
    return new Part<>(type, value -> get.apply(value).orElse(null), true);
  }

  /** One component of a record, as an attribute of its type. */
  public static final class Part<T, F> {
    private final Type<F> type;
    private final Function<T, @Nullable F> get;
    private final boolean nullable;

    private Part(Type<F> type, Function<T, @Nullable F> get, boolean nullable) {
      this.type = type;
      this.get = get;
      this.nullable = nullable;
    }

    F parse(String text) {
      return type.parse(text);
    }

    Optional<String> text(String sqlName, T value) {
      F part = get.apply(value);
      if (part == null && !nullable) {
        throw new StatementException(
            "A value of type " + sqlName + " has null where its record has no Optional.");
      }
      return Optional.ofNullable(part).map(type::text);
    }
  }

  /** The parts of a value, in order, for the constructor of its record. */
  public static final class Values {
    private final String sqlName;
    private final List<? extends Part<?, ?>> parts;
    private final List<Optional<String>> texts;

    private Values(String sqlName, List<? extends Part<?, ?>> parts, List<Optional<String>> texts) {
      this.sqlName = sqlName;
      this.parts = parts;
      this.texts = texts;
    }

    /** The part at this place, from 0 on; of the type of the constructor's parameter. */
    public <F> F get(int at) {
      return this.<F>find(at)
          .orElseThrow(() -> new QueryException("A value of type "
              + sqlName
              + " has NULL as its part "
              + (at + 1)
              + ". Declare that component as an Optional."));
    }

    /** The same, null where it is NULL. */
    public <F> @Nullable F getOrNull(int at) {
      return this.<F>find(at).orElse(null);
    }

    /** The same, empty where it is NULL. */
    @SuppressWarnings("unchecked")
    public <F> Optional<F> find(int at) {
      return texts.get(at).map(text -> (F) parts.get(at).parse(text));
    }
  }
}
