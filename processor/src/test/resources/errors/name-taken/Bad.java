package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "decks")
public record Bad(
    @Id long id,
    String userName,
    @Column(name = "user_name") String author) {}
