package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Deck(@Id long id, Mood mood) {}
