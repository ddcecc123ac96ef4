package values;

public record Label(String text) {}
