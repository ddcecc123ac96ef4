package dev.varve.examples.learningcards.gamification;

import dev.varve.annotations.Projection;

/** A line of the leaderboard. */
@Projection
public record Standing(String name, long points, int streak) {}
