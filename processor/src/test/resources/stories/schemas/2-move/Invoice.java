package shop;

import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@RenamedFrom("invoices")
@Table(name = "invoices", schema = "billing")
public record Invoice(
    @Id long id,
    @References(Account.class) @Index long accountId,
    @Column(comment = "In cents.") int total) {}
