package declared;

public @interface Nullable {}
