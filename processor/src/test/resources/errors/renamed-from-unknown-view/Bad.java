package shop;

import dev.varve.annotations.RenamedFrom;
import dev.varve.annotations.View;

@RenamedFrom("bads")
@View(select = "SELECT id FROM sound")
public record Bad(java.util.UUID id) {}
