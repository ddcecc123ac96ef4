package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Collation;
import dev.varve.annotations.Generated;
import dev.varve.annotations.Identity;
import dev.varve.annotations.Index;
import dev.varve.annotations.RenamedFrom;
import dev.varve.annotations.Storage;
import dev.varve.annotations.StorageMode;
import dev.varve.annotations.With;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;

@Table(name = "orders")
@With({"fillfactor=90", "toast.autovacuum_enabled=off"})
public record Order(
    @AllowRewrite("300 rows") @Id @Identity(byDefault = true, start = 1000, increment = 5, max = 2_000_000_000) long id,
    @AllowRewrite("300 rows") @Collation("POSIX") @Column(unique = true) String code,
    @Column(precision = 12, scale = 2) BigDecimal price,
    @RenamedFrom("quantity") int amount,
    @AllowRewrite("300 rows") @Generated("price * amount") @Column(precision = 20, scale = 2) @Index
        BigDecimal total,
    @AllowRewrite("300 rows") @Generated("length(note)") Optional<Integer> noteLength,
    @Storage(StorageMode.MAIN) @Collation("C") Optional<String> note,
    @Identity long number,
    byte[] label) {}
