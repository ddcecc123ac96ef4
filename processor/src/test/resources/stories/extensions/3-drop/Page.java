package shop;

import dev.varve.annotations.Dropped;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "page")
@Dropped(value = "page.path", purge = true)
@Dropped(value = "page.attributes", purge = true)
public record Page(
    @Id long id, @Column(columnDefinition = "words.citext", unique = true) String title) {}
