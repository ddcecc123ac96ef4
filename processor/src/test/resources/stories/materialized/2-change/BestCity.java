package shop;

import dev.varve.annotations.MaterializedView;

@MaterializedView(select = "SELECT city FROM city_total WHERE cents > 500")
public record BestCity(String city) {}
