package clashes;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A record with the name of a class that its table uses. */
@Table(name = "types")
public record Type(@Id long id, String name) {}
