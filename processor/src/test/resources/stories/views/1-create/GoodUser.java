package shop;

import dev.varve.annotations.Grant;
import dev.varve.annotations.View;

@View(
    select = "SELECT t.id, t.name FROM user_totals AS t WHERE t.total > 1000",
    securityBarrier = true,
    securityInvoker = true)
@Grant(value = "SELECT", to = "PUBLIC")
public record GoodUser(long id, String name) {}
