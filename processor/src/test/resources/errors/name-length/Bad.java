package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Table
@Index(columns = "id", name = "an_index_of_the_identifiers_of_rows_that_nobody_will_ever_look_for")
@Check(value = "id > 0", name = "a_check_of_the_identifiers_of_rows_that_are_never_below_zero_one")
public record Bad(
    @Id long id,
    int theNumberOfTimesThatThisRowHasBeenLookedAtBySomebodySinceItWasMade,
    @Column(name = "größenüberprüfungsergebnisübermittlungsbestätigungsgebühr") int fee,
    @References(
        value = Sound.class,
        name = "a_reference_to_a_sound_that_has_a_name_which_postgresql_would_cut")
    UUID sound) {}
