package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Bad(
    @Id long id,
    @References(Customer.class) long customer,
    @References(String.class) long other,
    @References(int[].class) long third) {}
