package declared;

import dev.varve.annotations.Domain;

@Domain(schema = "games")
public record Score(int points) {}
