package shop;

import dev.varve.annotations.Exclude;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@Exclude("title =")
@Exclude("titel WITH =")
@Exclude({})
@Exclude(value = "title WITH =", method = "gin")
@Exclude(value = "title WITH =", method = "bteee")
@Exclude(value = "title WITH =", where = "titel IS NULL")
public record Bad(@Id long id, String title) {}
