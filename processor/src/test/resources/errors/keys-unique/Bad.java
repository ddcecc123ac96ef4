package shop;

import dev.varve.annotations.PrimaryKey;
import dev.varve.annotations.Unique;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@PrimaryKey(columns = {"id", "title"}, include = "titel")
@Unique
@Unique(columns = {"title", "title"})
@Unique(columns = "titel")
@Unique(columns = "title", include = "nothing_like_it")
@Unique(columns = {"id", "title"}, withoutOverlaps = true)
public record Bad(@Id long id, @Unique(columns = "id") String title) {}
