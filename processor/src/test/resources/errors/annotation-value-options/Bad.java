package shop;

import dev.varve.annotations.*;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

@Table
@With({"filfactor=70", "fillfactor", "fillfactor=70", "fillfactor=80"})
@Tablespace("")
public record Bad(
    @Id @Storage(StorageMode.EXTERNAL) UUID id,
    @Collation("C") int number,
    @Collation("") String name,
    @Compression(CompressionMethod.LZ4) boolean flag) {}
