package guide;

import dev.varve.annotations.Projection;
import java.util.Optional;

@Projection
public record Line(User author, Optional<Post> best, long posts) {}
