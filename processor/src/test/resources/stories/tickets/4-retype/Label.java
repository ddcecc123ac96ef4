package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Two equal keys, of which PostgreSQL would keep one if one statement made both. */
@Table
public record Label(@Id @Column(unique = true) String name) {}
