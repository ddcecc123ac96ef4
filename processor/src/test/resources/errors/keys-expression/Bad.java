package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Index;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Table
@Check("length(title > 0")
@Check("bad.titel <> '' AND starts < now()")
@Check("title <> 'it")
@Check("extract(year from starts) > 2000 AND title ~* '^[a-z]+$' AND starts AT TIME ZONE 'UTC' < CURRENT_DATE")
@Index(columns = "id", where = "strats IS NULL")
public record Bad(
    @Id long id,
    @Check(value = "titl <> ''", name = "title") String title,
    Instant starts) {}
