package shop;

import dev.varve.annotations.Generated;
import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import dev.varve.annotations.Unlogged;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Table
@Partitioned(by = Partitioned.By.RANGE, on = "day")
@Partition(name = "bad_1", from = "2026-01-01", to = "'2027-01-01'")
@Partition(name = "bad_2", from = {"MINVALUE", "1"}, to = "'2027-01-01'")
@Partition(name = "bad_3", in = "'2026-01-01'")
@Partition(name = "bad_4", isDefault = true)
@Partition(name = "bad_5", isDefault = true)
@Partition(name = "bad_4", from = "'2026-01-01'", to = "MAXVALUE")
@Partition(name = "", from = "'2026-01-01'", to = "MAXVALUE")
@Unlogged
public record Bad(@Id long id, @Id LocalDate day) {}

@Table
@Partitioned(by = Partitioned.By.LIST, on = "countri")
record Misspelt(@Id String country) {}

@Table
@Partitioned(by = Partitioned.By.LIST, on = {"a", "b"})
record Two(@Id int a, @Id int b) {}

@Table
@Partitioned(by = Partitioned.By.LIST, on = "country")
@Partition(name = "north", in = {"NO", "SE"})
record Unquoted(@Id String country) {}

@Table
@Partitioned(by = Partitioned.By.HASH, on = "id")
@Partition(name = "hash_2", modulus = 2, remainder = 2)
@Partition(name = "hash_rest", isDefault = true)
record Hashed(@Id long id) {}

@Table
@Partitioned(by = Partitioned.By.HASH, on = "half")
record Computed(@Id long id, @Generated("id / 2") long half) {}

@Table
@Partition(name = "alone_1", in = "1")
record Alone(@Id long id) {}

@Table
@Partitioned(by = Partitioned.By.LIST, on = "id")
@Partition(name = "alone", in = "1")
record Taken(@Id long id) {}
