package dev.varve.processor.select;

import dev.varve.processor.select.SelectFacts.Output;
import dev.varve.runtime.schema.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Looks up the names in an expression. */
final class Names extends ExpressionVisitorAdapter<Void> {
  /** What looks like a column and is none. */
  private static final Set<String> WORDS = Set.of(
      "current_catalog",
      "current_role",
      "current_schema",
      "current_user",
      "default",
      "localtime",
      "localtimestamp",
      "session_user",
      "user",
      "current_date",
      "current_time",
      "current_timestamp",
      "system_user");

  private final SelectReader reader;
  private final List<SelectFault> faults;
  private final Set<String> functions = new HashSet<>();
  private final Set<String> types = new HashSet<>();

  Names(SelectReader reader, List<SelectFault> faults) {
    this.reader = reader;
    this.faults = faults;
  }

  Set<String> functions() {
    return functions;
  }

  Set<String> types() {
    return types;
  }

  void look(@Nullable Expression expression, Scope scope) {
    if (expression != null) {
      expression.accept(this, scope);
    }
  }

  @Override
  public <S> @Nullable Void visit(Column column, S context) {
    Scope scope = (Scope) context;
    String name = fold(column.getColumnName());
    if (column.getTable() == null || column.getTable().getName() == null) {
      if (!WORDS.contains(name) && !scope.knows(name)) {
        faults.add(new SelectFault(SelectFault.Kind.NO_COLUMN, name, "", scope.columnNames()));
      }
      return null;
    }
    String source = fold(column.getTable().getName());
    Optional<Scope.Rows> rows = scope.source(source);
    if (rows.isEmpty()) {
      faults.add(new SelectFault(SelectFault.Kind.NO_SOURCE, source, "", scope.sourceNames()));
    } else if (!rows.get().open() && rows.get().column(name).isEmpty()) {
      faults.add(
          new SelectFault(SelectFault.Kind.NO_COLUMN, name, source, rows.get().names()));
    }
    return null;
  }

  /** The column of the model that is meant, if it is one. */
  Optional<Output> find(Column column, Scope scope) {
    String name = fold(column.getColumnName());
    return column.getTable() == null || column.getTable().getName() == null
        ? scope.column(name)
        : scope.source(fold(column.getTable().getName())).flatMap(rows -> rows.column(name));
  }

  @Override
  public <S> @Nullable Void visit(Function function, S context) {
    functions.add(fold(last(function.getMultipartName())));
    return super.visit(function, context);
  }

  @Override
  public <S> @Nullable Void visit(CastExpression cast, S context) {
    if (cast.getColDataType() != null) {
      types.add(cast.getColDataType().getDataType());
    }
    return super.visit(cast, context);
  }

  @Override
  public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
    reader.select(select, (Scope) context, false);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(Select select, S context) {
    reader.select(select, (Scope) context, false);
    return null;
  }

  /** As PostgreSQL folds an identifier: only ASCII letters of a bare one. */
  static String fold(String identifier) {
    if (identifier.length() > 1 && identifier.startsWith("\"")) {
      return identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"");
    }
    StringBuilder folded = new StringBuilder(identifier);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 32));
      }
    }
    return folded.toString();
  }

  static Optional<Name> name(String identifier) {
    String folded = fold(identifier);
    return Name.isValid(folded) ? Optional.of(new Name(folded)) : Optional.empty();
  }

  static String last(List<String> parts) {
    return parts.get(parts.size() - 1);
  }
}
