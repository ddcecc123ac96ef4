package shop;

import dev.varve.annotations.Sequence;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Sequence(name = "numbers", renamedFrom = "nombers")
public record Bad(@Id long id) {}
