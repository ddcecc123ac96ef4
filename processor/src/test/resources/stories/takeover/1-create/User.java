package shop;

import dev.varve.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Table(name = "users")
public record User(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    @Column(unique = true) String name,
    Optional<String> nickname) {}
