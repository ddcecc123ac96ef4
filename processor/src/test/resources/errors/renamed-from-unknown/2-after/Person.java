package shop;

import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@RenamedFrom("user")
public record Person(@Id long id) {}
