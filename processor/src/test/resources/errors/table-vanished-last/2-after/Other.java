package shop;

public record Other(int number) {}
