package shop;

import dev.varve.annotations.Extension;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "orders")
@Extension(name = "")
@Extension(name = "citext")
@Extension(name = "citext", schema = "words")
@Extension(name = "hstore", schema = "a_schema_whose_name_is_longer_than_the_sixty_three_bytes_allowed")
public record Bad(@Id long id) {}
