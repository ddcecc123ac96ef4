package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Deferrable;
import dev.varve.annotations.Exclude;
import dev.varve.annotations.ForeignKey;
import dev.varve.annotations.Index;
import dev.varve.annotations.Match;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

@Table
@ForeignKey(
    columns = {"site", "room"},
    references = Room.class,
    onDelete = ReferentialAction.SET_NULL,
    onDeleteColumns = "room",
    onUpdate = ReferentialAction.CASCADE)
@ForeignKey(
    columns = {"guest_site", "guest_room"},
    references = Room.class,
    match = Match.FULL,
    onUpdate = ReferentialAction.CASCADE,
    name = "booking_guest")
@Exclude(
    value = {"tstzrange(begins, ends) WITH &&"},
    where = "room IS NULL",
    name = "booking_overlap")
@Index(columns = {"begins DESC NULLS LAST"}, method = "btree")
@Index(columns = {"ends"}, method = "brin", with = {"pages_per_range=32", "autosummarize=on"})
@Check("ends > begins")
public record Booking(
    @Id long id,
    Optional<Integer> room,
    String site,
    Optional<Integer> guestRoom,
    Optional<String> guestSite,
    @Check("begins > '2020-01-01 00:00Z'") Instant begins,
    Instant ends,
    @References(value = Booking.class, deferrable = Deferrable.INITIALLY_DEFERRED)
        Optional<Long> follows,
    @Index(unique = true, nullsNotDistinct = true) Optional<String> code) {}
