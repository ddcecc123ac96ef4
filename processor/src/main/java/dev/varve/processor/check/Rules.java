package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import java.util.List;

/** All rules, in the order in which their findings are printed. */
public final class Rules {
  private static final List<Rule> ALL = List.of(
      new RelationNames(),
      new EnumNames(),
      new KeyTypes(),
      new ServerKnowsKeys(),
      new PartitionKeys(),
      new ServerNewEnough(),
      new VirtualColumnsFree(),
      new LoggedReferences(),
      new RenamedFromKnown(),
      new DroppedKnown(),
      new TablesVanished(),
      new PartitioningKept(),
      new PartitionsVanished(),
      new ColumnsVanished(),
      new EnumValuesKept(),
      new EnumChangesPossible(),
      new NotNullHasValue(),
      new TypeChangesCast(),
      new ExpressionsKnown(),
      new DomainChangesPossible(),
      new AttributesKept(),
      new RewritesConfirmed(),
      new MarksServed());

  private Rules() {}

  public static List<Finding> check(Situation situation) {
    return ALL.stream().flatMap(rule -> rule.check(situation).stream()).toList();
  }
}
