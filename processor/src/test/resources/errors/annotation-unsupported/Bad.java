package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(
    name = "bad",
    schema = "shop",
    uniqueConstraints = @UniqueConstraint(columnNames = "title", options = "NULLS NOT DISTINCT"),
    indexes = @jakarta.persistence.Index(columnList = "title ASC", options = "WITH (fillfactor = 70)"))
public record Bad(
    @Id @GeneratedValue(generator = "ids") long id,
    @Column(table = "titles") String title,
    @Column(insertable = false, updatable = false) String slug,
    @Temporal(TemporalType.DATE) Mood mood,
    @Transient int cached,
    @ManyToOne Sound sound) {

  public enum Mood {
    GOOD,
    BAD
  }
}
