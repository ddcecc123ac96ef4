package shop;

import dev.varve.annotations.Index;
import dev.varve.annotations.MaterializedView;

@MaterializedView(
    select = "SELECT s.city, sum(s.cents) AS cents FROM sale AS s GROUP BY s.city")
public record CityTotal(@Index(unique = true) String city, @Index long cents) {}
