package shop;

import dev.varve.annotations.Default;
import dev.varve.annotations.Sequence;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Table(name = "orders")
@Sequence(name = "numbers", type = String.class)
@Sequence(name = "shorts", type = short.class, max = 40_000, increment = 0)
@Sequence(name = "owned", ownedBy = "orders.numbr")
@Sequence(name = "elsewhere", schema = "desk", ownedBy = "orders.number")
@Sequence(name = "", schema = "desk")
@Sequence(name = "numbers")
@SequenceGenerator(name = "ids", allocationSize = 50)
public record Bad(
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "idz") long id,
    @Default("nextval('nombers')") int number,
    @GeneratedValue(strategy = GenerationType.SEQUENCE) long nothing,
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids") String text,
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoices") long other,
    @Default("nextval('made_by_hand')") long byHand) {}
