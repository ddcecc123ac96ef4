package shop;

import dev.varve.annotations.Collation;
import dev.varve.annotations.Compression;
import dev.varve.annotations.CompressionMethod;
import dev.varve.annotations.Generated;
import dev.varve.annotations.Identity;
import dev.varve.annotations.Index;
import dev.varve.annotations.Storage;
import dev.varve.annotations.StorageMode;
import dev.varve.annotations.With;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;

@Table(name = "orders")
@With({"fillfactor=70", "autovacuum_vacuum_scale_factor=0.05"})
public record Order(
    @Id @Identity(start = 1000, increment = 10) int id,
    @Collation("C") @Column(unique = true) String code,
    @Column(precision = 10, scale = 2) BigDecimal price,
    int quantity,
    @Generated("price * quantity") @Column(precision = 20, scale = 2) @Index BigDecimal total,
    @Storage(StorageMode.EXTERNAL) Optional<String> note,
    @Compression(CompressionMethod.PGLZ) byte[] label) {}
