package shop;

import dev.varve.annotations.Deferrable;
import dev.varve.annotations.PrimaryKey;
import dev.varve.annotations.Unique;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@PrimaryKey(deferrable = Deferrable.INITIALLY_DEFERRED)
@Unique(columns = {"shop", "number"})
public record Order(@Id long id, int shop, int number, String title) {}
