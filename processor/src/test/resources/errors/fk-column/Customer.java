package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Customer(@Id long id, String email, @Column(unique = true) String name) {}
