package dev.varve.processor.select;

import dev.varve.processor.select.Scope.Rows;
import dev.varve.processor.select.SelectFacts.Output;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.ViewColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Reads a select as far as names go. */
public final class SelectReader {
  private static final Set<String> CATALOGUES = Set.of("pg_catalog", "information_schema");

  private final Map<QualifiedName, List<ViewColumn>> model;
  private final Set<QualifiedName> relations = new HashSet<>();
  private final List<SelectFault> faults = new ArrayList<>();
  private final Names names;

  private SelectReader(Map<QualifiedName, List<ViewColumn>> model) {
    this.model = model;
    this.names = new Names(this, faults);
  }

  /** Reads a select that may use these tables and views. */
  public static SelectFacts read(String sql, Map<QualifiedName, List<ViewColumn>> model) {
    SelectReader reader = new SelectReader(model);
    Optional<List<Output>> outputs = Optional.empty();
    try {
      Statement statement =
          CCJSqlParserUtil.newParser(sql).withSquareBracketQuotation(false).Statement();
      if (statement instanceof Select select) {
        Rows rows = reader.select(select, new Scope(null), true);
        outputs = rows.open() ? Optional.empty() : Optional.of(rows.columns());
      } else {
        reader.fault(SelectFault.Kind.NO_SELECT, "", "", List.of());
      }
    } catch (ParseException | RuntimeException broken) {
      reader.fault(SelectFault.Kind.SYNTAX, firstLine(broken), "", List.of());
    }
    return new SelectFacts(
        outputs, reader.relations, reader.names.functions(), reader.names.types(), reader.faults);
  }

  private static String firstLine(Exception broken) {
    String line = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    return line.replaceFirst(",? in lexical state.*", "");
  }

  private void fault(SelectFault.Kind kind, String written, String of, List<String> known) {
    faults.add(new SelectFault(kind, written, of, known));
  }

  /** The rows of a select; whoever names them refuses a star. */
  Rows select(Select select, Scope outer, boolean named) {
    Scope scope = new Scope(outer);
    if (select.getWithItemsList() != null) {
      select.getWithItemsList().forEach(item -> with(item, scope));
    }
    if (select instanceof PlainSelect plain) {
      return plain(plain, scope, named);
    }
    if (select instanceof ParenthesedSelect inner) {
      return select(inner.getSelect(), scope, named);
    }
    if (select instanceof SetOperationList list) {
      List<Rows> all =
          list.getSelects().stream().map(one -> select(one, scope, named)).toList();
      return all.stream().reduce(SelectReader::union).orElse(Rows.UNKNOWN);
    }
    return Rows.UNKNOWN;
  }

  private static Rows union(Rows one, Rows other) {
    if (one.open() || other.open() || one.columns().size() != other.columns().size()) {
      return new Rows(one.columns(), one.open());
    }
    List<Output> columns = new ArrayList<>();
    for (int i = 0; i < one.columns().size(); i++) {
      Output first = one.columns().get(i);
      columns.add(
          first.type().equals(other.columns().get(i).type())
              ? first
              : new Output(first.name(), Optional.empty()));
    }
    return new Rows(columns, false);
  }

  private void with(WithItem<?> item, Scope scope) {
    String name = Names.fold(item.getAliasName());
    List<Output> listed = item.getWithItemList() == null
        ? List.of()
        : item.getWithItemList().stream()
            .map(column -> new Output(
                Names.name(column.getExpression().toString()), Optional.<ColumnType>empty()))
            .toList();
    scope.with(name, listed.isEmpty() ? Rows.UNKNOWN : new Rows(listed, false));
    if (item.getParenthesedStatement() instanceof ParenthesedSelect inner) {
      Rows rows = select(inner, scope, false);
      scope.with(name, renamed(rows, listed));
    }
  }

  private Rows plain(PlainSelect plain, Scope scope, boolean named) {
    if (plain.getFromItem() != null) {
      from(plain.getFromItem(), scope);
    }
    joins(plain.getJoins(), scope);
    List<Output> outputs = new ArrayList<>();
    boolean open = false;
    for (SelectItem<?> item : plain.getSelectItems()) {
      Expression expression = item.getExpression();
      if (expression instanceof AllColumns all) {
        if (named) {
          fault(SelectFault.Kind.STAR, all.toString(), "", List.of());
        }
        Rows rows = star(all, scope);
        outputs.addAll(rows.columns());
        open |= rows.open() || named;
      } else {
        names.look(expression, scope);
        outputs.add(output(item, scope));
      }
    }
    names.look(plain.getWhere(), scope);
    outputs.stream().flatMap(o -> o.name().stream()).forEach(name -> scope.alias(name.value()));
    group(plain.getGroupBy(), scope);
    names.look(plain.getHaving(), scope);
    order(plain.getOrderByElements(), scope);
    return new Rows(outputs, open);
  }

  private void group(@Nullable GroupByElement group, Scope scope) {
    if (group != null && group.getGroupByExpressionList() != null) {
      for (Object expression : group.getGroupByExpressionList()) {
        names.look((Expression) expression, scope);
      }
    }
  }

  private void order(@Nullable List<OrderByElement> order, Scope scope) {
    if (order != null) {
      order.forEach(element -> names.look(element.getExpression(), scope));
    }
  }

  private static Rows star(AllColumns all, Scope scope) {
    if (all instanceof AllTableColumns of) {
      return scope.source(Names.fold(of.getTable().getName())).orElse(Rows.UNKNOWN);
    }
    List<Output> columns = new ArrayList<>();
    scope.own().forEach(rows -> columns.addAll(rows.columns()));
    return new Rows(columns, scope.own().stream().anyMatch(Rows::open));
  }

  private Output output(SelectItem<?> item, Scope scope) {
    Expression expression = item.getExpression();
    Optional<Output> shown =
        expression instanceof Column column ? names.find(column, scope) : Optional.empty();
    Optional<Name> name =
        item.getAlias() != null ? Names.name(item.getAlias().getName()) : ownName(expression);
    return new Output(name, shown.flatMap(Output::type));
  }

  /** The name that PostgreSQL gives to what has none. */
  private static Optional<Name> ownName(Expression expression) {
    if (expression instanceof Column column) {
      return Names.name(column.getColumnName());
    }
    if (expression instanceof CastExpression cast) {
      return ownName(cast.getLeftExpression());
    }
    return expression instanceof net.sf.jsqlparser.expression.Function function
        ? Names.name(Names.last(function.getMultipartName()))
        : Optional.empty();
  }

  private void joins(@Nullable List<Join> joins, Scope scope) {
    if (joins != null) {
      for (Join join : joins) {
        from(join.getFromItem(), scope);
      }
      for (Join join : joins) {
        join.getOnExpressions().forEach(on -> names.look(on, scope));
        join.getUsingColumns().forEach(column -> names.look(column, scope));
      }
    }
  }

  private void from(FromItem item, Scope scope) {
    if (item instanceof Table table) {
      Rows rows = table(table, scope);
      Alias alias = table.getAlias();
      scope.source(
          Names.fold(alias == null ? table.getName() : alias.getName()), aliased(rows, alias));
    } else if (item instanceof ParenthesedFromItem inner) {
      from(inner.getFromItem(), scope);
      joins(inner.getJoins(), scope);
    } else if (item instanceof TableFunction function) {
      names.look(function, scope);
      Alias alias = function.getAlias();
      scope.source(alias == null ? "" : Names.fold(alias.getName()), Rows.UNKNOWN);
    } else if (item instanceof Select select) {
      Rows rows = select(select, scope, false);
      Alias alias = item.getAlias();
      scope.source(alias == null ? "" : Names.fold(alias.getName()), aliased(rows, alias));
    } else {
      scope.source("", Rows.UNKNOWN);
    }
  }

  private Rows table(Table table, Scope scope) {
    String own = Names.fold(table.getName());
    if (table.getSchemaName() == null) {
      Optional<Rows> with = scope.with(own);
      if (with.isPresent()) {
        return with.get();
      }
    }
    QualifiedName name = table.getSchemaName() == null
        ? QualifiedName.of(own)
        : QualifiedName.of(Names.fold(table.getSchemaName()), own);
    List<ViewColumn> columns = model.get(name);
    if (columns != null) {
      relations.add(name);
      return new Rows(
          columns.stream()
              .map(c -> new Output(Optional.of(c.name()), Optional.of(c.type())))
              .toList(),
          false);
    }
    boolean others =
        name.schema().filter(schema -> CATALOGUES.contains(schema.value())).isPresent();
    if (!others) {
      fault(
          SelectFault.Kind.NO_TABLE,
          name.toString(),
          "",
          model.keySet().stream().map(QualifiedName::toString).sorted().toList());
    }
    return Rows.UNKNOWN;
  }

  private static Rows aliased(Rows rows, @Nullable Alias alias) {
    if (alias == null || alias.getAliasColumns() == null) {
      return rows;
    }
    return renamed(
        rows,
        alias.getAliasColumns().stream()
            .map(column -> new Output(Names.name(column.name), Optional.<ColumnType>empty()))
            .toList());
  }

  /** The first columns get other names. */
  private static Rows renamed(Rows rows, List<Output> names) {
    List<Output> columns = new ArrayList<>();
    for (int i = 0; i < Math.max(rows.columns().size(), names.size()); i++) {
      Optional<ColumnType> type =
          i < rows.columns().size() ? rows.columns().get(i).type() : Optional.empty();
      columns.add(
          i < names.size()
              ? new Output(names.get(i).name(), type)
              : rows.columns().get(i));
    }
    return new Rows(columns, rows.open() && names.isEmpty());
  }
}
