package shop;

import dev.varve.annotations.Routine;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Routine(
    value = "CREATE FUNCTION newest() RETURNS bigint LANGUAGE sql RETURN (SELECT max(id) FROM orders)",
    requires = {"order", "customers", "newest(text)"})
public record Bad(@Id long id) {}
