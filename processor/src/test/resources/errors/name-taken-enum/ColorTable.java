package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "color")
public record ColorTable(@Id long id) {}
