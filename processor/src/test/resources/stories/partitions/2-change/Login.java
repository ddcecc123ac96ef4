package shop;

import dev.varve.annotations.Partition;
import dev.varve.annotations.Partitioned;
import jakarta.persistence.Table;

@Table
@Partitioned(by = Partitioned.By.HASH, on = "lower(name)")
@Partition(name = "login_0", modulus = 2, remainder = 0)
@Partition(name = "login_1", modulus = 2, remainder = 1)
public record Login(String name) {}
