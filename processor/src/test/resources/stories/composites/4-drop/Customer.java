package shop;

import dev.varve.annotations.Dropped;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "customer")
@Dropped("customer.home")
@Dropped("customer.others")
@Dropped(value = "customer.credit", purge = true)
public record Customer(@Id long id) {}
