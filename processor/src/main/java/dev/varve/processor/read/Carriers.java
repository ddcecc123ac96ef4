package dev.varve.processor.read;

import dev.varve.processor.read.JavaType.Kind;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column types a Java type can stand for besides its natural one: those all of whose values
 * it holds.
 */
final class Carriers {
  private static final Map<Kind, Set<Scalar>> ALSO = Map.of(
      Kind.INT, Set.of(Scalar.SMALLINT),
      Kind.LONG, Set.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.OID),
      Kind.DECIMAL, Set.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.BIGINT, Scalar.MONEY),
      Kind.BIG_INTEGER, Set.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.BIGINT),
      Kind.JSON, Set.of(Scalar.JSON));

  /** Of what has no text of one form between all drivers' settings, text would lose something. */
  private static final Set<ColumnType> NO_TEXT = Set.of(
      Scalar.BOOLEAN,
      Scalar.SMALLINT,
      Scalar.INTEGER,
      Scalar.BIGINT,
      Scalar.REAL,
      Scalar.DOUBLE_PRECISION,
      Scalar.BYTEA,
      Scalar.DATE,
      Scalar.TIME,
      Scalar.TIMETZ,
      Scalar.TIMESTAMP,
      Scalar.TIMESTAMPTZ);

  private Carriers() {}

  static boolean carries(JavaType java, ColumnType natural, ColumnType stated) {
    if (stated instanceof ColumnType.ArrayOf array) {
      if (!(natural instanceof ColumnType.ArrayOf of)) {
        return false;
      }
      Optional<JavaType> inner = java.elements().filter(JavaType::isArray);
      if (inner.isPresent()) {
        return carries(inner.get(), natural, stated);
      }
      if (java instanceof JavaType.ListOf list) {
        return carries(list.element(), of.element(), array.element());
      }
      if (java instanceof JavaType.ArrayOf javaArray) {
        boolean primitive = javaArray.element().mirror().getKind().isPrimitive();
        return primitive
            ? unsized(array.element()).equals(unsized(of.element()))
            : carries(javaArray.element(), of.element(), array.element());
      }
      return java instanceof JavaType.Converted converted
          && carries(converted.inner(), natural, stated);
    }
    if (java instanceof JavaType.Wrapped || java instanceof JavaType.Composite) {
      return stated.equals(natural);
    }
    if (java instanceof JavaType.Converted converted) {
      return carries(converted.inner(), natural, stated);
    }
    if (natural instanceof ColumnType.ArrayOf) {
      return stated instanceof ColumnType.Named;
    }
    if (java instanceof JavaType.Plain plain
        && plain.kind() == Kind.CHARACTER
        && !(stated instanceof ColumnType.Named)) {
      return stated.equals(natural);
    }
    if (stated instanceof ColumnType.Named || unsized(stated).equals(unsized(natural))) {
      return !(java instanceof JavaType.EnumOf) || !(natural instanceof ColumnType.Enumerated);
    }
    if (java instanceof JavaType.Document) {
      return stated == Scalar.JSON;
    }
    if (java instanceof JavaType.EnumOf) {
      return natural == Scalar.TEXT && unsized(stated) == Scalar.VARCHAR;
    }
    if (!(java instanceof JavaType.Plain plain)) {
      return false;
    }
    if (plain.kind() == Kind.STRING) {
      return !NO_TEXT.contains(unsized(stated));
    }
    return stated instanceof Scalar scalar
        && ALSO.getOrDefault(plain.kind(), Set.of()).contains(scalar);
  }

  /** The family of a type. */
  static ColumnType unsized(ColumnType type) {
    if (type instanceof ColumnType.Varchar) {
      return Scalar.VARCHAR;
    }
    if (type instanceof ColumnType.Numeric) {
      return Scalar.NUMERIC;
    }
    if (type instanceof ColumnType.Interval) {
      return Scalar.INTERVAL;
    }
    return type instanceof ColumnType.Sized sized ? sized.kind().unsized() : type;
  }
}
