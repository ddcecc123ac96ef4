package shop;

import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@RenamedFrom("billing.accounts")
@Table(name = "payers", schema = "crm", comment = "Who pays.")
public record Account(
    @Id long id,
    @Column(unique = true, comment = "As the bank's \"statement\" prints it: it's unique.")
        String iban) {}
