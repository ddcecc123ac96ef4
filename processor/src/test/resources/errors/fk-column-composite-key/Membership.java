package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Table
public record Membership(@Id UUID person, @Id UUID club) {}
