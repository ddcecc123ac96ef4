package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.util.*;

/** One column goes, and another one takes its name. */
@Dropped("swaps.note")
@Table(name = "swaps")
public record Swap(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    String question,
    @RenamedFrom("answer") String note) {}
