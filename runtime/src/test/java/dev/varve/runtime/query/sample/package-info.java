/** Records of an application, and beside them by hand what the processor generates for such. */
@NullMarked
package dev.varve.runtime.query.sample;

import org.jspecify.annotations.NullMarked;
