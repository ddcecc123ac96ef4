package dev.varve.runtime.query;

/** A {@link Window} that a select names once and several functions use. */
public final class NamedWindow {
  private final String name;
  private final Window definition;

  NamedWindow(String name, Window definition) {
    this.name = Sql.quoted(name);
    this.definition = definition;
  }

  String name() {
    return name;
  }

  Window definition() {
    return definition;
  }

  void writeName(Sql sql) {
    sql.scope().require(this);
    sql.append(name);
  }
}
