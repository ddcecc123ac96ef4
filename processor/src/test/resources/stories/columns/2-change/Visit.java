package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.Generated;
import dev.varve.annotations.Serial;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
@AllowRewrite("nobody looks at visits")
@Dropped("visit.seconds")
public record Visit(
    @Id @Serial long id,
    String path,
    @Generated("length(path)") Optional<Integer> seconds,
    @Serial int place) {}
