package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "bad")
public final class Bad {
  @Id long id;
}
