package shop;

import dev.varve.annotations.Grant;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Grant(value = {"SELECT", "INSRT"}, to = "reader")
@Grant(value = "FLY", to = "writer")
public record Bad(@Id long id) {}
