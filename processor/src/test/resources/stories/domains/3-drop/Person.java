package shop;

import dev.varve.annotations.Dropped;
import dev.varve.annotations.Using;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table(name = "person")
@Dropped("person.others")
@Dropped(value = "person.credit", purge = true)
@Dropped("person.code")
public record Person(
    @Id long id,
    @Column(unique = true) String email,
    @Using("odd::integer") Optional<Integer> odd) {}
