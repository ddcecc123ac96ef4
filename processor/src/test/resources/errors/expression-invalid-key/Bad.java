package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Exclude;
import dev.varve.annotations.Index;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "bad")
@Check("price >")
@Check("price = and")
@Check("price between 1")
@Check(name = "good_1", value = "price IS NOT DISTINCT FROM quantity")
@Check(name = "good_2", value = "note SIMILAR TO 'a%' AND note IS NFC NORMALIZED")
@Check(name = "good_3", value = "(price, quantity) = ANY (ARRAY[(1, 2)])")
@Check(name = "good_4", value = "interval '1 day' * price > interval '1 hour'")
@Index(columns = "price", where = "price >> ")
@Index(columns = "(price + )")
@Exclude(value = "price WITH =", where = "quantity >")
public record Bad(@Id long id, @Check("* 2") int price, int quantity, String note) {}
