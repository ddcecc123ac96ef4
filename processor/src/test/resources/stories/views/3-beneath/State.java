package shop;

@dev.varve.annotations.AllowRewrite("some rows")
public enum State { OPEN, PAID }
