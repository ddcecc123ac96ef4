package shop;

import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "invoices")
public record Invoice(
    @Id long id,
    @References(Account.class) @Index long accountId,
    @Column(comment = "In cents.") int total) {}
