package shop;

import dev.varve.annotations.Default;
import dev.varve.annotations.Grant;
import dev.varve.annotations.Sequence;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Grant(value = "USAGE", on = "SEQUENCE numbers", to = "PUBLIC")
@Table(name = "invoice")
@Sequence(
    name = "numbers",
    renamedFrom = "invoice_numbers",
    start = 2000,
    min = 2000,
    increment = 5,
    cache = 3,
    ownedBy = "invoice.copy")
public record Invoice(
    @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_ids")
        @SequenceGenerator(name = "invoice_ids", initialValue = 7)
        long id,
    @Default("nextval('numbers')") int number,
    @Default("nextval('numbers')") long copy,
    String text) {}
