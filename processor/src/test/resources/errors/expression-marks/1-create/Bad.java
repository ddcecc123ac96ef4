package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Bad(
    @Id long id, String title, String old, Optional<String> a, Optional<String> b, String c, String d) {}
