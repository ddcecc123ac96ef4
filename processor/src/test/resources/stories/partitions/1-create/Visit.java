package shop;

import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@Partitioned(by = Partitioned.By.LIST, on = "country")
@Partition(name = "visit_north", in = {"'NO'", "'SE'"})
@Partition(name = "visit_south", in = "'IT'")
public record Visit(@Id long id, @Id String country) {}
