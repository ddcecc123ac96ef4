package shop;

import dev.varve.annotations.Index;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(indexes = @jakarta.persistence.Index(columnList = "title DESC, lower(titel)"))
@Index(columns = "titel")
@Index(columns = {"title DESC", "TITLE DESC"})
@Index(columns = "title ASC BACKWARDS")
@Index(columns = "lower(title")
@Index(columns = "title", method = "gits")
@Index(columns = "title", method = "hash", unique = true)
@Index(columns = {"title", "id"}, method = "hash")
@Index(columns = "title DESC", method = "spgist")
@Index(columns = "tags", method = "gin", include = "title")
@Index(columns = "title", include = "tag")
@Index(columns = "title", nullsNotDistinct = true)
@Index(columns = "title", with = "fillfaktor=70")
@Index(columns = "title", with = "fillfactor")
public record Bad(@Id long id, @Index(columns = "id") String title, String[] tags) {}
