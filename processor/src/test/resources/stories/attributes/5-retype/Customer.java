package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Check;
import dev.varve.annotations.Generated;
import dev.varve.annotations.Index;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

@Table(name = "customer")
@AllowRewrite("few customers")
@Check(value = "(home).street <> ''", name = "zip_given")
@Index(columns = "((home).street)", where = "(home).street IS NOT NULL", name = "by_country")
public record Customer(
    @Id long id,
    Address home,
    List<Address> others,
    @Generated("lower((home).road)") Optional<String> road) {}
