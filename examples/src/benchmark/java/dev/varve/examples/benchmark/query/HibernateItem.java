package dev.varve.examples.benchmark.query;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * {@link Item} for Hibernate, whose entities are no records. The table has the entity's name, as an
 * annotation for it would be read by Varve, too.
 */
@Entity(name = "item")
public class HibernateItem {
  @Id
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

  protected HibernateItem() {}
}
