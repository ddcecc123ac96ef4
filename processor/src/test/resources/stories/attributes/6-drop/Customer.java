package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Generated;
import dev.varve.annotations.Index;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

@Table(name = "customer")
@Check(value = "(home).road <> ''", name = "zip_given")
@Index(columns = "((home).road)", where = "(home).road IS NOT NULL", name = "by_country")
public record Customer(
    @Id long id,
    Address home,
    List<Address> others,
    @Generated("lower((home).road)") Optional<String> road) {}
