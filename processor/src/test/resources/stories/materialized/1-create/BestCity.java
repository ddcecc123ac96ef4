package shop;

import dev.varve.annotations.MaterializedView;

@MaterializedView(populated = false, select = "SELECT city FROM city_total WHERE cents > 1000")
public record BestCity(String city) {}
