/**
 * The annotation processor: {@link dev.varve.processor.VarveProcessor} is the pipeline, from records
 * to a migration. The compiler is its only caller.
 */
@NullMarked
package dev.varve.processor;

import org.jspecify.annotations.NullMarked;
