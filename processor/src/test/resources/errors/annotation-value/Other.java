package shop;

import dev.varve.annotations.Dropped;
import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@RenamedFrom("")
@Dropped("")
public record Other(@Id long id) {}
