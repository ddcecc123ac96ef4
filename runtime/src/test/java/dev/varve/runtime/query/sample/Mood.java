package dev.varve.runtime.query.sample;

public enum Mood {
  CALM,
  EAGER
}
