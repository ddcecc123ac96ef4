package shop;

import dev.varve.annotations.*;
import jakarta.persistence.*;
import java.util.*;

/** The marks still stand, and have served. */
@Dropped("users.name")
@Table(name = "users")
public record User(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    @RenamedFrom("nickname") Optional<String> name,
    Optional<String> born) {}
