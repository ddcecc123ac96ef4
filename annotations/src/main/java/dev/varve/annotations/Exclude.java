package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * No two rows for which all operators hold: {@code @Exclude({"room WITH =", "span WITH &&"})}.
 *
 * <p>Equality of plain values in a GiST index needs the extension {@code btree_gist}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Exclude.List.class)
public @interface Exclude {
  /** A column or an expression, {@code WITH}, and the operator that compares it. */
  String[] value();

  /** The access method of its index. */
  String method() default "gist";

  /** The condition for a row to count. */
  String where() default "";

  /** Columns that its index carries along, so that queries of them need not look at the table. */
  String[] include() default {};

  /** Whether a transaction may put off the check. */
  Deferrable deferrable() default Deferrable.NOT;

  /** The constraint's name; {@code table_column_excl} if left out. */
  String name() default "";

  /** Several of them on one record. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Exclude[] value();
  }
}
