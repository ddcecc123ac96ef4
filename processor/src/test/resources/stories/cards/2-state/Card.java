package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.util.*;

/** One value comes and is a default at once, another goes, in one migration. */
@Dropped("state.LEARNING")
@Table(name = "cards")
public record Card(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    @Index(where = "state <> 'OLD'") @Default("'DUE'") State state,
    State before) {}
