/**
 * What Jakarta Persistence lacks, for describing a PostgreSQL schema on records.
 *
 * <p>Tables, columns and keys come from {@code jakarta.persistence} ({@code @Table}, {@code @Column},
 * {@code @Id}, {@code @GeneratedValue}, {@code @Version}); here stand defaults, references, indexes
 * and checks, and the marks that confirm a change which the model alone cannot tell. Nothing reads
 * them at run time.
 */
@NullMarked
package dev.varve.annotations;

import org.jspecify.annotations.NullMarked;
