/**
 * The rules: what is dangerous or ambiguous about a model, or about the way to it.
 *
 * <p>In go the schema of today, the model, the marks and the changes between them; out come
 * findings. Rules see only plain values, never the compiler. {@link
 * dev.varve.processor.check.Rules} lists them.
 */
@NullMarked
package dev.varve.processor.check;

import org.jspecify.annotations.NullMarked;
