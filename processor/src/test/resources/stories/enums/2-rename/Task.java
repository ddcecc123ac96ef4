package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.util.*;

@Check(name = "tasks_mood_check", value = "mood <> 'LOW' OR mood IS NOT NULL")
@Table(name = "tasks")
public record Task(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    @Index(where = "mood <> 'LOW'") @Default("'MEDIUM'") Level mood,
    @Column(unique = true) Optional<Level> best,
    @Default("'{}'") List<Level> past) {}
