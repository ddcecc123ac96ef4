package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Bad(@Id long id, Mood mood, Other.Mood other, Color color) {}
