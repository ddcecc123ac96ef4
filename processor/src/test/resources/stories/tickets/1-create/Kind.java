package shop;

public enum Kind { BUG, WISH }
