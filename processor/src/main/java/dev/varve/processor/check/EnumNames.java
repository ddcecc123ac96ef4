package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL looks for a type among its own first, so an enum of such a name would never be found.
 */
final class EnumNames implements Rule {
  private static final Set<String> BUILT_IN = Set.of("""
          abstime aclitem any anyarray anyelement anyenum bit bool boolean box bpchar bytea char cid
          cidr circle cstring date datemultirange daterange decimal float4 float8 gtsvector inet int2
          int2vector int4 int4multirange int4range int8 int8multirange int8range integer internal
          interval json jsonb jsonpath line lseg macaddr macaddr8 money name numeric nummultirange
          numrange oid oidvector opaque path point polygon real record refcursor regclass
          regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure
          regrole regtype smallint text tid time timestamp timestamptz timetz trigger tsmultirange
          tsquery tsrange tstzmultirange tstzrange tsvector txid_snapshot unknown uuid varbit varchar
          void xid xid8 xml
          """.trim().split("\\s+"));

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (EnumType type : situation.to().enums()) {
      if (type.name().schema().isEmpty() && BUILT_IN.contains(type.name().name().value())) {
        findings.add(new Finding(
            Problem.NAME_TAKEN,
            Subject.enumType(type.name()),
            type.type(),
            "PostgreSQL has a type named "
                + type.name()
                + " itself, and would take that one. Rename the Java enum, or say another name with"
                + " @NamedEnum."));
      }
    }
    return findings;
  }
}
