package shop;

import dev.varve.annotations.Keyless;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@Keyless
public record Bad(@Id long id, String title) {}
