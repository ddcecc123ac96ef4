package shop;

import dev.varve.annotations.Grant;
import dev.varve.annotations.Routine;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Grant(value = "SELECT", to = "reader")
@Grant(value = "INSERT", to = "reader")
@Routine("CREATE FUNCTION one() RETURNS integer LANGUAGE sql RETURN 1")
@Routine("CREATE FUNCTION one() RETURNS integer LANGUAGE sql RETURN 2")
public record Bad(@Id long id) {}
