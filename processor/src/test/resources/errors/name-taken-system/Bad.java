package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Bad(@Id long id, int xmin, @Column(name = "tableoid") int type) {}
