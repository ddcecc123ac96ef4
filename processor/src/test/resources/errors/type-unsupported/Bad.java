package shop;

import dev.varve.annotations.Json;
import dev.varve.runtime.value.Range;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

@Table
public record Bad(
    @Id long id,
    char[] grades,
    Locale language,
    List<String>[] table,
    List<byte[]> pictures,
    Set<String> tags,
    Map<String, String> attributes,
    @Json String document,
    List<? extends Number> numbers,
    ZonedDateTime departure,
    Range<String> letters) {}
