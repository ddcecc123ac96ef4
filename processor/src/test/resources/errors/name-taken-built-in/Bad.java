package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Bad(@Id long id, Interval interval) {}
