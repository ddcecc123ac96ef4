package dev.varve.processor.pull;

import dev.varve.processor.pull.SourceFile.Member;
import dev.varve.processor.pull.SourceFile.Noted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A source that people may have worked on, with what the database has otherwise by now. Everything
 * else stays as it is to the character.
 */
final class Merge {
  /** What people say about one change: it is theirs to take away. */
  private static final Set<String> MARKS =
      Set.of("AllowRewrite", "Backfill", "Dropped", "RenamedFrom", "Using");

  /** With which people say that a column's Java type is their own affair. */
  private static final Set<String> OF_TYPES = Set.of(
      "Convert",
      "Json",
      "Enumerated",
      "Embedded",
      "Prefix",
      "AttributeOverride",
      "Version",
      "Sensitive");

  private record Edit(int from, int to, String text) {}

  private final SourceFile mine;
  private final SourceFile theirs;
  private final List<Edit> edits = new ArrayList<>();

  private Merge(SourceFile mine, SourceFile theirs) {
    this.mine = mine;
    this.theirs = theirs;
  }

  /**
   * The source as it is to be.
   *
   * @param mine the file
   * @param theirs what would be written if there were no file
   */
  static String of(String mine, String theirs) {
    Merge merge = new Merge(SourceFile.parse(mine), SourceFile.parse(theirs));
    merge.annotations();
    if (merge.mine.isEnum()) {
      merge.constants();
    } else {
      merge.components();
    }
    return merge.imported(merge.applied());
  }

  private String applied() {
    StringBuilder text = new StringBuilder(mine.text());
    List<Edit> sorted = new ArrayList<>(edits);
    // Of two insertions at one place the later one is put in first, so that they come in order.
    Collections.reverse(sorted);
    // What goes makes room before something else comes to its place.
    sorted.sort(Comparator.comparingInt(Edit::from)
        .thenComparingInt(edit -> edit.to() - edit.from())
        .reversed());
    sorted.forEach(edit -> text.replace(edit.from(), edit.to(), edit.text()));
    return text.toString();
  }

  /** New ones come behind those that are there. */
  private void annotations() {
    List<Noted> have = mine.annotations();
    if (have.isEmpty()) {
      merge(have, theirs.annotations(), mine.start(), "", "\n", false);
    } else {
      int end = have.get(have.size() - 1).part().to();
      merge(have, theirs.annotations(), end, "\n", "", false);
    }
  }

  /** Ours become theirs; those of others and the marks stay. */
  private void merge(
      List<Noted> have,
      List<Noted> want,
      int place,
      String before,
      String behind,
      boolean ownType) {
    List<Noted> missing = new ArrayList<>(want);
    List<Noted> extra = new ArrayList<>();
    for (Noted noted : have) {
      Optional<Noted> same = missing.stream()
          .filter(other -> other.part().plain().equals(noted.part().plain()))
          .findFirst();
      if (same.isPresent()) {
        missing.remove(same.get());
      } else if (noted.isOurs()
          && !MARKS.contains(noted.simple())
          && !OF_TYPES.contains(noted.simple())) {
        extra.add(noted);
      }
    }
    for (Noted noted : extra) {
      Optional<Noted> instead = missing.stream()
          .filter(other -> other.simple().equals(noted.simple()))
          .findFirst();
      if (instead.isPresent()) {
        missing.remove(instead.get());
        edits.add(new Edit(
            noted.part().from(), noted.part().to(), instead.get().part().text()));
      } else if (!(ownType && noted.simple().equals("Column"))) {
        edits.add(new Edit(noted.part().from(), withSpace(noted.part().to()), ""));
      }
    }
    for (Noted noted : missing) {
      edits.add(new Edit(place, place, before + noted.part().text() + behind));
    }
  }

  /** The end of what goes, with the blank space that parted it from what follows. */
  private int withSpace(int to) {
    int end = to;
    while (end < mine.text().length() && Character.isWhitespace(mine.text().charAt(end))) {
      end++;
    }
    return end;
  }

  private void components() {
    Map<String, Member> byColumn = new HashMap<>();
    mine.members().forEach(member -> byColumn.put(member.column(), member));
    Set<String> wanted = theirs.members().stream().map(Member::column).collect(Collectors.toSet());
    List<Member> have = mine.members();
    List<Member> stay = new ArrayList<>();
    for (Member member : have) {
      boolean embedded = theirs.members().stream()
          .anyMatch(other -> other.column().startsWith(member.column() + "_")
              && !byColumn.containsKey(other.column()));
      if (wanted.contains(member.column()) || embedded) {
        stay.add(member);
      }
    }
    have.stream().filter(member -> !stay.contains(member)).forEach(member -> remove(member, have));
    Optional<Member> previous = Optional.empty();
    for (Member member : theirs.members()) {
      Member same = byColumn.get(member.column());
      if (same != null) {
        component(same, member);
        previous = Optional.of(same);
      } else if (stay.stream().noneMatch(other -> isWithin(member, other, byColumn))) {
        insert(member, previous, stay);
      }
    }
  }

  /** Whether the column is one of a record that is embedded there. */
  private static boolean isWithin(Member column, Member embedded, Map<String, Member> byColumn) {
    return column.column().startsWith(embedded.column() + "_")
        && embedded.annotations().stream().noneMatch(noted -> noted.simple().equals("Column"))
        && !byColumn.containsKey(column.column())
        && Character.isUpperCase(embedded.type().text().charAt(0))
        && !embedded.type().text().matches("(?:Optional<)?(?:String|Instant|Long|Integer|UUID).*");
  }

  private void component(Member have, Member want) {
    boolean ownType =
        have.annotations().stream().anyMatch(noted -> OF_TYPES.contains(noted.simple()));
    if (!ownType && !have.type().plain().equals(want.type().plain())) {
      edits.add(new Edit(have.type().from(), have.type().to(), want.type().text()));
    }
    List<Noted> others =
        want.annotations().stream().filter(noted -> !named(noted, have)).toList();
    merge(have.annotations(), others, have.type().from(), "", " ", ownType);
  }

  /** A {@code @Column} that has nothing but the name which the component's own name gives. */
  private static boolean named(Noted noted, Member have) {
    return noted.simple().equals("Column")
        && noted.part().plain().matches("@Column\\(name = \"[^\"]*\"\\)")
        && have.annotations().stream().noneMatch(other -> other.simple().equals("Column"))
        && have.column().equals(noted.part().plain().replaceAll(".*\"([^\"]*)\".*", "$1"));
  }

  private void remove(Member member, List<Member> all) {
    int place = all.indexOf(member);
    String text = mine.text();
    if (place + 1 < all.size()) {
      int end = text.indexOf(',', member.whole().to()) + 1;
      edits.add(new Edit(member.whole().from(), withSpace(end), ""));
    } else {
      int comma = text.lastIndexOf(',', member.whole().from());
      int from = place == 0 ? member.whole().from() : comma;
      edits.add(new Edit(from, member.whole().to(), ""));
    }
  }

  private void insert(Member member, Optional<Member> previous, List<Member> stay) {
    String text = member.whole().text();
    if (previous.isPresent()) {
      int end = previous.get().whole().to();
      edits.add(new Edit(end, end, ",\n    " + text));
    } else if (!stay.isEmpty()) {
      int from = stay.get(0).whole().from();
      edits.add(new Edit(from, from, text + ",\n    "));
    }
  }

  private void constants() {
    List<String> want = theirs.members().stream().map(Member::name).toList();
    List<Member> have = mine.members();
    have.stream()
        .filter(member -> !want.contains(member.name()))
        .forEach(member -> remove(member, have));
    Optional<Member> previous = Optional.empty();
    for (String name : want) {
      Optional<Member> there =
          have.stream().filter(member -> member.name().equals(name)).findFirst();
      if (there.isPresent()) {
        previous = there;
      } else if (previous.isPresent()) {
        int end = previous.get().whole().to();
        edits.add(new Edit(end, end, ",\n  " + name));
      } else if (!have.isEmpty()) {
        int from = have.get(0).whole().from();
        edits.add(new Edit(from, from, name + ",\n  "));
      }
    }
  }

  /** With the imports that the new parts need. */
  private String imported(String text) {
    if (text.equals(mine.text())) {
      return text;
    }
    SourceFile now = SourceFile.parse(text);
    List<Edit> imports = new ArrayList<>();
    theirs.imports().forEach((simple, full) -> {
      boolean known = now.imports().containsKey(simple)
          || now.imports().containsKey(full.substring(0, full.lastIndexOf('.')) + ".*");
      if (!known && Pattern.compile("\\b" + simple + "\\b").matcher(text).find()) {
        imports.add(importOf(full, now));
      }
    });
    StringBuilder out = new StringBuilder(text);
    imports.sort(Comparator.comparingInt(Edit::from).thenComparing(Edit::text).reversed());
    imports.forEach(edit -> out.insert(edit.from(), edit.text()));
    return out.toString();
  }

  /** Where it stands in order, if the others do. */
  private static Edit importOf(String full, SourceFile now) {
    for (Noted imported : now.importLines()) {
      if (imported.type().compareTo(full) > 0) {
        int from = imported.part().from();
        return new Edit(from, from, "import " + full + ";\n");
      }
    }
    int end = now.afterImports();
    return new Edit(
        end, end, (now.importLines().isEmpty() ? "\n\n" : "\n") + "import " + full + ";");
  }
}
