package dev.varve.processor.pull;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which types columns have: an enum or a composite type is of the model only if one has it. */
final class Users {
  private Users() {}

  static boolean leaveUnused(Things things) {
    Set<QualifiedName> used = used(things);
    boolean more = false;
    for (Thing.Kind kind : List.of(Thing.Kind.ENUM, Thing.Kind.COMPOSITE_TYPE)) {
      for (Thing type : things.of(kind)) {
        if (type.isInModel() && !used.contains(type.name())) {
          type.leave("no column of a record has it");
          more = true;
        }
      }
    }
    for (Thing domain : things.of(Thing.Kind.DOMAIN)) {
      boolean collated = domain.row().find("collation").isPresent();
      if (domain.isInModel() && collated && !isRecord(domain, used, things)) {
        domain.leave("it has a collation, and is no record");
        more = true;
      }
    }
    return more;
  }

  /** Whether a record stands for the domain; another one is stated in full on a package. */
  static boolean isRecord(Thing domain, Set<QualifiedName> used, Things things) {
    ColumnType base = things.type(domain.row().text("base"));
    return used.contains(domain.name())
        && !(base instanceof ColumnType.ArrayOf)
        && !(base instanceof ColumnType.Named);
  }

  /** The names of the types that columns of records have, and those have as parts. */
  static Set<QualifiedName> used(Things things) {
    Set<QualifiedName> used = new HashSet<>();
    for (Thing thing : things.all()) {
      if (thing.isInModel() && (thing.kind() == Thing.Kind.TABLE || thing.kind().isView())) {
        things.columns(thing).forEach(column -> add(things.type(column), used));
      }
    }
    boolean more = true;
    while (more) {
      int size = used.size();
      for (Thing type : things.of(Thing.Kind.COMPOSITE_TYPE)) {
        if (type.isInModel() && used.contains(type.name())) {
          things.columns(type).forEach(column -> add(things.type(column), used));
        }
      }
      for (Thing domain : things.of(Thing.Kind.DOMAIN)) {
        if (domain.isInModel() && used.contains(domain.name())) {
          add(things.type(domain.row().text("base")), used);
        }
      }
      more = used.size() > size;
    }
    return used;
  }

  private static void add(ColumnType type, Set<QualifiedName> used) {
    ColumnType element = type instanceof ColumnType.ArrayOf array ? array.element() : type;
    if (element instanceof ColumnType.Enumerated enumerated) {
      used.add(enumerated.type());
    } else if (element instanceof ColumnType.Named named) {
      used.add(named.name());
    }
  }
}
