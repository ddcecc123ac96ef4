package shop;

import dev.varve.annotations.Dropped;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "invoice")
@Dropped("invoice.copy")
public record Invoice(@Id long id, int number, String text) {}
