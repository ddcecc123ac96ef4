package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Sale(@Id long id, String city, int cents) {}
