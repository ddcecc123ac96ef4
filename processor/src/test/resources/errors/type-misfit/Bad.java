package shop;

import dev.varve.runtime.value.Range;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Table
public record Bad(
    @Id long id,
    @Column(columnDefinition = "inet") Duration a,
    @Column(columnDefinition = "bigint") int b,
    @Column(columnDefinition = "timestamp(3)") Instant c,
    @Column(columnDefinition = "daterange") Range<Integer> d,
    @Column(columnDefinition = "date") String e,
    @Column(columnDefinition = "inet[]") String f,
    @Column(columnDefinition = "inet") List<String> g,
    @Column(columnDefinition = "cidr[]") List<Integer> h,
    @Column(columnDefinition = "text") Mood i,
    @Column(columnDefinition = "char(2)") Optional<Character> j,
    @Column(columnDefinition = "smallint[]") int[] k,
    @Column(columnDefinition = "money") double l,
    @Column(columnDefinition = "xml") byte[] m) {

  public enum Mood {
    GOOD,
    BAD
  }
}
