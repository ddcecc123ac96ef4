package values;

import dev.varve.annotations.Json;
import dev.varve.runtime.value.BitString;
import dev.varve.runtime.value.Box;
import dev.varve.runtime.value.Cidr;
import dev.varve.runtime.value.Inet;
import dev.varve.runtime.value.Interval;
import dev.varve.runtime.value.MacAddress;
import dev.varve.runtime.value.MultiRange;
import dev.varve.runtime.value.Point;
import dev.varve.runtime.value.Range;
import dev.varve.runtime.value.TsVector;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The less common types, in columns of their own and of other types. */
@Table(name = "values")
public record Value(
    @Id byte id,
    char letter,
    Optional<Character> letterMaybe,
    Byte[] bytes,
    BigInteger big,
    OffsetTime time,
    @Column(secondPrecision = 3) Duration lasts,
    Optional<Period> period,
    Interval interval,
    List<Interval> intervals,
    Inet inet,
    InetAddress host,
    Cidr network,
    MacAddress mac,
    @Column(length = 9) BitString bits,
    @Column(columnDefinition = "bit(3)") BitString three,
    Point point,
    Box box,
    Box[] boxes,
    TsVector words,
    Range<Integer> numbers,
    Optional<Range<Instant>> during,
    List<Range<LocalDate>> days,
    MultiRange<BigDecimal> amounts,
    @Column(columnDefinition = "\"texts\"") Range<String> names,
    @Column(columnDefinition = "money") BigDecimal money,
    @Column(columnDefinition = "money[]") List<BigDecimal> moneys,
    @Column(columnDefinition = "smallint") int small,
    @Column(columnDefinition = "oid") long oid,
    @Column(columnDefinition = "char(4)") String code,
    @Column(columnDefinition = "varchar") String any,
    @Column(columnDefinition = "xml") String xml,
    @Column(columnDefinition = "inet") Optional<String> address,
    @Column(columnDefinition = "json") @Json Label label,
    @Column(columnDefinition = "jsonb[]") @Json List<Label> labels,
    List<dev.varve.runtime.json.Json> documents,
    @Column(columnDefinition = "jsonb") String document,
    @Column(columnDefinition = "citext") String email,
    @Column(columnDefinition = "citext") Optional<String> emailMaybe,
    @Column(columnDefinition = "hstore") @Convert(converter = HstoreConverter.class)
        Map<String, String> attributes,
    @Column(columnDefinition = "ltree[]") List<String> paths,
    @Column(columnDefinition = "positive") int positive,
    @Convert(converter = Price.Converter.class) Price price,
    @Convert(converter = Price.Converter.class) Optional<Price> priceMaybe,
    @Column(precision = 10, scale = 2) @Convert(converter = Price.Converter.class)
        List<Price> prices,
    @Enumerated(EnumType.STRING) Mood mood,
    @Enumerated(EnumType.STRING) @Column(length = 10) Optional<Mood> moodMaybe,
    @Enumerated(EnumType.STRING) List<Mood> moods,
    List<List<Integer>> matrix,
    Optional<int[][]> grid,
    @Column(columnDefinition = "varchar(9)[]") List<String[]> names2) {}
