package app;

import dev.varve.annotations.View;
import java.util.Optional;

@View(name = "totals", schema = "sales", select = "SELECT 1 AS id, NULL::text AS name")
public record Total(int id, Optional<String> name) {}
