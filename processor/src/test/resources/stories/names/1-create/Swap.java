package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.util.*;

/** The columns were named the wrong way round. */
@Table(name = "swaps")
public record Swap(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    String question,
    String answer,
    @Default("'it''s\na line'") String note) {}
