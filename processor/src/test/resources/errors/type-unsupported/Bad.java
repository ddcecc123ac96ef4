package shop;

import dev.varve.annotations.Json;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

@Table
public record Bad(
    @Id long id,
    char grade,
    Locale language,
    List<List<String>> table,
    List<byte[]> pictures,
    Set<String> tags,
    Map<String, String> attributes,
    @Json String document,
    List<? extends Number> numbers,
    Duration length) {}
