package dev.varve.examples.learningcards.content;

/** A card that is to be imported. */
public record CardDraft(String front, String back) {}
