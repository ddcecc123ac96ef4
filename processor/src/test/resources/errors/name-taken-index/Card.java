package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Card(@Id long id) {}
