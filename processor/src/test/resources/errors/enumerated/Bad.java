package shop;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Bad(
    @Id long id,
    @Enumerated Mood a,
    @Enumerated(EnumType.ORDINAL) Mood b,
    @Enumerated(EnumType.STRING) String c) {

  public enum Mood {
    GOOD,
    BAD
  }
}
