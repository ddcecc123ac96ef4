/**
 * The same migration over many databases or schemas: tenants, shards, regions.
 *
 * <p>In go {@link dev.varve.runtime.fleet.Member}s and what to do with each; out comes one {@link
 * dev.varve.runtime.fleet.FleetReport}. {@code Varve.fleet} is the front door. Each database knows
 * by itself what it has, so that a fleet keeps no state, and running it again is how it resumes.
 */
@NullMarked
package dev.varve.runtime.fleet;

import org.jspecify.annotations.NullMarked;
