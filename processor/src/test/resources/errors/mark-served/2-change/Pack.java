package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Backfill;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.RenamedFrom;
import dev.varve.annotations.Using;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@RenamedFrom("deck")
@Dropped("deck.note")
public record Pack(
    @Id long id,
    @RenamedFrom("title") String name,
    @Backfill("'nobody'") String author,
    @Using("size::integer") @AllowRewrite("at night") int size) {}
