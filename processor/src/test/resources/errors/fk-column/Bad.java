package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Bad(
    @Id long id,
    @References(value = Customer.class, column = "email") String customer,
    @References(value = Customer.class, column = "nmae") String name) {}
