package shop;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Bad(@Id long id, @GeneratedValue Optional<Long> number) {}
