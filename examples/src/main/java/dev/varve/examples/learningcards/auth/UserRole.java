package dev.varve.examples.learningcards.auth;

/** What a user may do. */
public enum UserRole {
  LEARNER,
  TEACHER,
  ADMIN
}
