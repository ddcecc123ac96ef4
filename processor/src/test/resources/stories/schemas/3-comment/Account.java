package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "payers", schema = "crm", comment = "Who pays, and who has paid.")
public record Account(@Id long id, @Column(unique = true) String iban) {}
