package shop;

import dev.varve.annotations.Serial;
import dev.varve.annotations.Unlogged;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
@Unlogged
public record Visit(@Id @Serial int id, String path, Optional<Integer> seconds) {}
