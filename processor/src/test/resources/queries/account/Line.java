package shop;

import dev.varve.annotations.Projection;
import java.util.Optional;

@Projection
public record Line(String email, Optional<String> name, Account account, Mood mood, long total) {}
