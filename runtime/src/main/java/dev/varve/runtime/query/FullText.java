package dev.varve.runtime.query;

import java.util.regex.Pattern;

/**
 * Full text search in one language; a constant of an application.
 *
 * <p>The language stands in the text of a statement, not beside it: only so does PostgreSQL use an
 * index on {@code to_tsvector('english', …)}.
 */
public final class FullText {
  private static final Pattern CONFIGURATION =
      Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");

  private final String configuration;

  private FullText(String configuration) {
    this.configuration = configuration;
  }

  /**
   * Search by a configuration such as {@code english} or {@code simple}.
   *
   * @throws StatementException if that is no plain name
   */
  public static FullText of(String configuration) {
    if (!CONFIGURATION.matcher(configuration).matches()) {
      throw new StatementException(
          "\"" + configuration + "\" is no name of a text search configuration.");
    }
    return new FullText("'" + configuration + "'");
  }

  /** The text as words that can be searched. */
  public Words words(Operand<String, ?> text) {
    return new Words(call("to_tsvector", text));
  }

  /** A column that holds such words, of the type {@code tsvector}. */
  public Words wordsIn(Operand<?, ?> column) {
    return new Words(column::write);
  }

  /** What people type: words, {@code "phrases"}, {@code or}, {@code -not}; never an error. */
  public Search search(String text) {
    return new Search(call("websearch_to_tsquery", Calls.text(text)));
  }

  /** All the words of a text. */
  public Search plain(String text) {
    return new Search(call("plainto_tsquery", Calls.text(text)));
  }

  /** The words of a text one after another. */
  public Search phrase(String text) {
    return new Search(call("phraseto_tsquery", Calls.text(text)));
  }

  private Node call(String function, Operand<String, ?> text) {
    return sql -> {
      sql.append(function).append("(").append(configuration).append(", ");
      text.write(sql);
      sql.append(")");
    };
  }

  /** The text with what was found marked by {@code <b>}. */
  public NullableTextExpression headline(Operand<String, ?> text, Search search) {
    return new NullableTextExpression(sql -> {
      sql.append("ts_headline(").append(configuration).append(", ");
      text.write(sql);
      sql.append(", ");
      search.node.write(sql);
      sql.append(")");
    });
  }

  /** What is searched for. */
  public static final class Search {
    private final Node node;

    private Search(Node node) {
      this.node = node;
    }

    /** Both. */
    public Search and(Search other) {
      return joined(" && ", other);
    }

    /** One of both. */
    public Search or(Search other) {
      return joined(" || ", other);
    }

    private Search joined(String operator, Search other) {
      return new Search(sql -> {
        sql.append("(");
        node.write(sql);
        sql.append(operator);
        other.node.write(sql);
        sql.append(")");
      });
    }
  }

  /** What is searched in. */
  public static final class Words {
    private final Node node;

    private Words(Node node) {
      this.node = node;
    }

    public Condition matches(Search search) {
      return new Condition.Test(sql -> {
        node.write(sql);
        sql.append(" @@ ");
        search.node.write(sql);
      });
    }

    /** How well it matches, to sort by. */
    public NumberExpression<Float> rank(Search search) {
      return new NumberExpression<>(Type.FLOAT, sql -> {
        sql.append("ts_rank(");
        node.write(sql);
        sql.append(", ");
        search.node.write(sql);
        sql.append(")");
      });
    }
  }
}
