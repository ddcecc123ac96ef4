package shop;

import dev.varve.annotations.Default;
import dev.varve.annotations.Grant;
import dev.varve.annotations.Sequence;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Grant(value = "USAGE", on = "SEQUENCE invoice_numbers", to = "PUBLIC")
@Table(name = "invoice")
@Sequence(
    name = "invoice_numbers",
    type = int.class,
    start = 1000,
    increment = 10,
    ownedBy = "invoice.number")
public record Invoice(
    @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_ids")
        @SequenceGenerator(name = "invoice_ids", initialValue = 5)
        long id,
    @Default("nextval('invoice_numbers')") int number,
    String text) {}
