package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Backfill;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.Using;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@Dropped("bad.old")
@AllowRewrite("few rows")
public record Bad(
    @Id long id,
    String title,
    @Backfill("lower(titel)") String a,
    @Backfill("old") String b,
    @Backfill("lower(title") String e,
    @Using("d::integer +") int c,
    @Using("lenght::integer") int d) {}
