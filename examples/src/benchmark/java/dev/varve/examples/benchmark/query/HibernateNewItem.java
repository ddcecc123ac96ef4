package dev.varve.examples.benchmark.query;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/** {@link NewItem} for Hibernate, its ids from a pooled sequence, as its batches need. */
@Entity(name = "new_item")
public class HibernateNewItem {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  @SequenceGenerator(name = "ids", sequenceName = "new_item_seq", allocationSize = 50)
  long id;

  String name;
  String code;
  int amount;
  long total;
  BigDecimal price;
  boolean active;
  OffsetDateTime made;
  UUID token;
  String[] tags;
  String note;

  protected HibernateNewItem() {}

  HibernateNewItem(Item item) {
    name = item.name();
    code = item.code();
    amount = item.amount();
    total = item.total();
    price = item.price();
    active = item.active();
    made = item.made();
    token = item.token();
    tags = item.tags();
    note = item.note();
  }
}
