package shop;

import dev.varve.annotations.Dropped;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@Partitioned(by = Partitioned.By.LIST, on = "country")
@Partition(name = "visit_north", in = {"'NO'", "'FI'"})
@Partition(name = "visit_rest", isDefault = true)
@Dropped(value = "visit_south", purge = true)
@Dropped("login")
public record Visit(@Id long id, @Id String country) {}
