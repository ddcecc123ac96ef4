package shop;

import dev.varve.annotations.Policy;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Policy(name = "a", command = Policy.Command.INSERT, using = "id > 0")
@Policy(name = "b", command = Policy.Command.SELECT, check = "id > 0")
@Policy(name = "", using = "true")
public record Bad(@Id long id) {}
