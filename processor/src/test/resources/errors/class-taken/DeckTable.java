package shop;

public final class DeckTable {}
