package shop;

import dev.varve.annotations.Index;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Table(
    uniqueConstraints = @UniqueConstraint(columnNames = {"email", "tenant"}),
    indexes = @jakarta.persistence.Index(columnList = "e_mail"))
@Index(columns = "displayName")
public record Bad(@Id long id, String email, String displayName) {}
