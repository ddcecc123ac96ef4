package shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Set;

@Table
public record Bad(
    @Id long id,
    @Convert Locale a,
    @Convert(converter = Languages.class) String b,
    @Convert(converter = Hidden.class) Locale c,
    @Convert(converter = Open.class) Locale d,
    @Convert(converter = Parameters.class) Locale e,
    @Convert(converter = Sets.class) Locale f,
    @Convert(converter = Languages.class, attributeName = "x") Locale h) {

  public static class Languages implements AttributeConverter<Locale, String> {
    @Override
    public String convertToDatabaseColumn(Locale locale) {
      return locale.toLanguageTag();
    }

    @Override
    public Locale convertToEntityAttribute(String tag) {
      return Locale.forLanguageTag(tag);
    }
  }

  private static final class Hidden extends Languages {}

  public abstract static class Open extends Languages {}

  public static final class Parameters extends Languages {
    public Parameters(int size) {}
  }


  public static final class Sets implements AttributeConverter<Locale, Set<String>> {
    @Override
    public Set<String> convertToDatabaseColumn(Locale locale) {
      return Set.of(locale.toLanguageTag());
    }

    @Override
    public Locale convertToEntityAttribute(Set<String> tag) {
      return Locale.forLanguageTag(tag.iterator().next());
    }
  }
}
