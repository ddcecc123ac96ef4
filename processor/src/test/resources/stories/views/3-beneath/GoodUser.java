package shop;

import dev.varve.annotations.Grant;
import dev.varve.annotations.View;

@View(select = "SELECT t.name, t.id FROM user_totals AS t WHERE t.total > 1000")
@Grant(value = "SELECT", to = "PUBLIC")
public record GoodUser(String name, long id) {}
