package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

@Table(name = "person")
public record Person(
    @Id long id,
    @Column(unique = true) Email email,
    List<Amount> others,
    Optional<Credit> credit,
    @Column(columnDefinition = "postal_code") String code,
    @Column(columnDefinition = "\"Odd Name\"") Optional<Integer> odd) {}
