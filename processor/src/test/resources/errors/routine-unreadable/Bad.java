package shop;

import dev.varve.annotations.Routine;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Routine("newest() RETURNS bigint LANGUAGE sql RETURN (SELECT max(id) FROM orders)")
@Routine("CREATE FUNCTION newest(bigint RETURNS bigint")
@Routine("CREATE VIEW newest AS SELECT max(id) FROM orders")
public record Bad(@Id long id) {}
