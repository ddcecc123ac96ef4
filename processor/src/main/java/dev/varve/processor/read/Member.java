package dev.varve.processor.read;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** A component of a record: a column, or a record that is embedded with its own components. */
public sealed interface Member permits ColumnSource, Member.Embedded {
  /** The name of the component; of one in an embedded record with those around it in front. */
  String component();

  /**
   * An embedded record.
   *
   * @param own the component's name alone
   * @param type the record
   * @param mirror the type as declared; of an {@code Optional} the type inside
   * @param optional whether the component is an {@code Optional}
   * @param nullable whether it may be null
   */
  record Embedded(
      String component,
      String own,
      TypeElement type,
      TypeMirror mirror,
      boolean optional,
      boolean nullable,
      List<Member> members)
      implements Member {
    public Embedded {
      members = List.copyOf(members);
    }
  }

  /** Its columns, in the order of the components. */
  static List<ColumnSource> columns(List<Member> members) {
    return members.stream().flatMap(Member::flat).toList();
  }

  private static Stream<ColumnSource> flat(Member member) {
    return member instanceof Embedded embedded
        ? embedded.members().stream().flatMap(Member::flat)
        : Stream.of((ColumnSource) member);
  }
}
