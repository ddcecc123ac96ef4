package shop;

import dev.varve.annotations.Domain;

@Domain
public record Code(String value) {}
