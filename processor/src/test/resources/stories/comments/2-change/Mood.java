package shop;

import dev.varve.annotations.Comment;

@Comment("how it was")
public enum Mood {
  GOOD,
  BAD
}
