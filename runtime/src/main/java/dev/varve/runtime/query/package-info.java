/**
 * Typed statements on PostgreSQL: what generated tables are made of, and what runs them.
 *
 * <p>In comes a {@link javax.sql.DataSource} and the generated classes of an application ({@code
 * UserTable}, {@code UserInsert}, {@code UserPatch}, projections); out go SQL text, which never
 * holds a value and never depends on the length of a list, and rows, which generated code reads
 * column by column into records. Applications call it; nothing else of Varve does.
 *
 * <p>It is one package, large as it is: what an application sees is the types and their methods,
 * and how they are written as SQL, bound and read stays between them.
 */
@NullMarked
package dev.varve.runtime.query;

import org.jspecify.annotations.NullMarked;
