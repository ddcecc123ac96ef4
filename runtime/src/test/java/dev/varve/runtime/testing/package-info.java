/**
 * The one place where a test gets its PostgreSQL.
 *
 * <p>{@link dev.varve.runtime.testing.TestServer} picks the server and starts it once per JVM;
 * {@link dev.varve.runtime.testing.TestDatabase} is a fresh, empty database for one test. Every
 * module's tests call it, through the test jar of {@code runtime}.
 */
@NullMarked
package dev.varve.runtime.testing;

import org.jspecify.annotations.NullMarked;
