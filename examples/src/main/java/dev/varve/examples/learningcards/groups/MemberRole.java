package dev.varve.examples.learningcards.groups;

/** What somebody may do in a group. */
public enum MemberRole {
  MEMBER,
  MODERATOR,
  OWNER
}
