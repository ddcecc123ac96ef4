package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.util.*;

/** Two names change hands, and the values stay where they are. */
@Table(name = "swaps")
public record Swap(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    @RenamedFrom("answer") String question,
    @RenamedFrom("question") String answer,
    @Default("'it''s\na line'") String note) {}
