@Sequence(name = "tickets", schema = "office", renamedFrom = "desk.tickets", type = short.class)
@Sequence(name = "Lot \"A\"", increment = 1)
package shop;

import dev.varve.annotations.Sequence;
