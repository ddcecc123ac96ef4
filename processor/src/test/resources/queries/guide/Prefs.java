package guide;

public record Prefs(String theme, int fontSize) {}
