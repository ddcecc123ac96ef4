package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Nothing blocks a table that is in use for longer than a moment unless the user agrees. */
final class RewritesConfirmed implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Rewrite rewrite : Rewrite.all(situation)) {
      if (situation.marks().rewrites().keySet().stream().noneMatch(rewrite::isConfirmedBy)) {
        String type = situation
            .to()
            .table(rewrite.table())
            .map(Table::type)
            .orElse(rewrite.table().toString());
        findings.add(new Finding(
            Problem.REWRITE_UNCONFIRMED,
            rewrite.subject(),
            type,
            rewrite.what()
                + ", and nobody can read or write "
                + rewrite.table()
                + " meanwhile. If that is acceptable, say why:"
                + " @AllowRewrite(\"…\") on the "
                + (rewrite.type().isPresent()
                    ? "component or on the Java enum"
                    : rewrite.column().isPresent() ? "component" : "record")
                + "."));
      }
    }
    return findings;
  }
}
