package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "accounts", schema = "billing", comment = "Who pays.")
public record Account(
    @Id long id,
    @Column(unique = true, comment = "As the bank's \"statement\" prints it: it's unique.")
        String iban) {}
