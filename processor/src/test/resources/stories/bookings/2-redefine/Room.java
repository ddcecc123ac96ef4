package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Check;
import dev.varve.annotations.Deferrable;
import dev.varve.annotations.Index;
import dev.varve.annotations.PrimaryKey;
import dev.varve.annotations.Unique;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

@Table(
    indexes = {
      @jakarta.persistence.Index(columnList = "floor DESC, lower(title)"),
      @jakarta.persistence.Index(name = "room_floor", columnList = "floor ASC, title", unique = true)
    })
@PrimaryKey(columns = {"site", "number"}, include = {"title", "floor"}, name = "room_key")
@Unique(columns = {"title", "floor"}, nullsNotDistinct = true)
@Index(columns = "title COLLATE \"C\" text_pattern_ops", include = "tags", with = "fillfactor=80")
@Index(columns = "to_tsvector('simple', title) tsvector_ops(siglen=100)", method = "gist")
@Check(value = "floor BETWEEN -3 AND 50")
public record Room(
    @Id int number,
    @Id String site,
    @AllowRewrite("twenty rooms") @Unique(deferrable = Deferrable.INITIALLY_DEFERRED) long position,
    String title,
    Optional<Integer> floor,
    @Index(method = "gin", with = "fastupdate=off") List<String> tags) {}
