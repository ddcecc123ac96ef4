@Sequence(name = "tickets", schema = "desk", max = 9999, cache = 20, cycle = true)
@Sequence(name = "Lot \"A\"", increment = -1)
package shop;

import dev.varve.annotations.Sequence;
