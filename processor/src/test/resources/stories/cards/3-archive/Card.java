package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.util.*;

/** A parked column keeps a value that its enum loses. */
@Dropped("cards.before")
@Dropped("state.NEW")
@Table(name = "cards")
public record Card(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    @Index(where = "state <> 'OLD'") @Default("'DUE'") State state) {}
