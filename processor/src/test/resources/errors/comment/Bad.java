package shop;

import dev.varve.annotations.Comment;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders", comment = "said already")
@Comment("said again")
@Comment(on = "orders", value = "of no kind")
@Comment(on = "CONSTRAINT orders_pk", value = "misspelt")
@Comment(on = "SCHEMA nowhere", value = "of nothing")
@Comment("")
public record Bad(
    @Id long id,
    @Column(comment = "a") @Comment("b") String text,
    @Comment(on = "TABLE orders", value = "elsewhere") Mood mood) {
  @Comment(on = "INDEX orders_text_idx", value = "not of this")
  public enum Mood {
    GOOD
  }
}
