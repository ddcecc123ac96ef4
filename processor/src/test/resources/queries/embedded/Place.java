package embedded;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Optional;

@Embeddable
public record Place(@Column(name = "lat") double latitude, double longitude, Optional<BigDecimal> height) {}
