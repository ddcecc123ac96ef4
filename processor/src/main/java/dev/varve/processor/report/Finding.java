package dev.varve.processor.report;

/**
 * What a rule found.
 *
 * @param subject where; the first of its kind that the source has
 * @param text what is wrong and what to do, in whole sentences
 */
public record Finding(Problem problem, Subject subject, String text) {}
