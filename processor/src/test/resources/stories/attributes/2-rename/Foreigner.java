package shop;

import dev.varve.annotations.View;

@View(name = "foreigners", select = "SELECT id FROM customer WHERE (home).land <> 'NO'")
public record Foreigner(long id) {}
