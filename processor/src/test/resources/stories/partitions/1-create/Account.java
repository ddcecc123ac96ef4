package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Account(@Id long id) {}
