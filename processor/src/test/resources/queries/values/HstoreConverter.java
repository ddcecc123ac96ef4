package values;

import jakarta.persistence.AttributeConverter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public class HstoreConverter implements AttributeConverter<Map<String, String>, String> {
  private static final Pattern PAIR = Pattern.compile("\"(.*?)\"=>\"(.*?)\"");

  @Override
  public String convertToDatabaseColumn(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\"=>\"" + entry.getValue() + "\"")
        .collect(Collectors.joining(","));
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String text) {
    Map<String, String> map = new TreeMap<>();
    for (Matcher matcher = PAIR.matcher(text); matcher.find(); ) {
      map.put(matcher.group(1), matcher.group(2));
    }
    return map;
  }
}
