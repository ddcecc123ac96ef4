package shop;

import jakarta.persistence.Table;

@Table
public record Bad(long id, String title) {}
