package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.util.*;

@Table(name = "cards")
public record Card(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    @Index(where = "state <> 'OLD'") State state,
    State before) {}
