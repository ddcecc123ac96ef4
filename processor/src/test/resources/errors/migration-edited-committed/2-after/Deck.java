package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Deck(@Id long id, String title, Optional<String> note) {}
