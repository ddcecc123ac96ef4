package declared;

import dev.varve.annotations.Domain;

@Domain
public record Grid(int[] cells) {}
