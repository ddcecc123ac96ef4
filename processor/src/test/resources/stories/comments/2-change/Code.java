package shop;

import dev.varve.annotations.Comment;
import dev.varve.annotations.Domain;

@Domain
@Comment("a short name")
public record Code(String value) {}
