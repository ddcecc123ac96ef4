package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Table
public record Deck(@Id UUID id, String title) {}
