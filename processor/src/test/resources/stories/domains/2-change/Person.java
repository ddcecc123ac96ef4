package shop;

import dev.varve.annotations.AllowRewrite;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

@Table(name = "person")
@AllowRewrite("a hundred rows")
public record Person(
    @Id long id,
    @Column(unique = true) Email email,
    List<Amount> others,
    Optional<Credit> credit,
    @Column(columnDefinition = "zip") String code,
    @Column(columnDefinition = "\"Odd Name\"") Optional<Integer> odd) {}
