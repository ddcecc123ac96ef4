package shop;

import dev.varve.annotations.Index;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table(name = "page")
@Index(columns = {"id", "path"}, method = "gist")
public record Page(
    @Id long id,
    @Column(columnDefinition = "words.citext", unique = true) String title,
    @Column(columnDefinition = "ltree") Optional<String> path,
    @Column(columnDefinition = "hstore") Optional<String> attributes) {}
