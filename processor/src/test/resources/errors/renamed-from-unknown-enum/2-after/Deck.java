package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Deck(@Id long id, Mood mood, Size size, Optional<Temper> temper) {}
