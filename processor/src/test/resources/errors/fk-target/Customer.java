package shop;

public record Customer(long id) {}
