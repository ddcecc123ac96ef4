package dev.varve.processor.pull;

import dev.varve.processor.select.SelectFacts;
import dev.varve.processor.select.SelectReader;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.ViewColumn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the processor will see in the selects of views. */
final class Views {
  private Views() {}

  /** What is said against the select; nothing if the processor sees all that it rests on. */
  static SelectFacts facts(Thing view, Map<QualifiedName, List<ViewColumn>> known) {
    return SelectReader.read(Pretty.select(view.row().text("select")), known);
  }

  /** The tables and views of the model. */
  static Map<QualifiedName, List<ViewColumn>> known(Things things) {
    Map<QualifiedName, List<ViewColumn>> known = new TreeMap<>();
    for (Thing thing : things.all()) {
      boolean relation = thing.kind() == Thing.Kind.TABLE || thing.kind().isView();
      if (relation && thing.isInModel()) {
        known.put(
            thing.name(),
            things.columns(thing).stream()
                .map(column -> new ViewColumn(new Name(column.text("name")), things.type(column)))
                .toList());
      }
    }
    return known;
  }

  /** Leaves views to SQL of which the processor would not see that they rest on others. */
  static boolean leaveUnread(Things things) {
    boolean more = false;
    Map<QualifiedName, List<ViewColumn>> known = known(things);
    for (Thing thing : things.all()) {
      if (thing.kind().isView() && thing.isInModel()) {
        SelectFacts facts = facts(thing, known);
        boolean seen = thing.uses().stream()
            .flatMap(key -> things.find(key).stream())
            .filter(Thing::isInModel)
            .filter(used -> used.kind() == Thing.Kind.TABLE || used.kind().isView())
            .allMatch(used -> facts.relations().contains(used.name()));
        if (!seen) {
          thing.leave("its select cannot be read as far as what it rests on");
          more = true;
        }
      }
    }
    return more;
  }
}
