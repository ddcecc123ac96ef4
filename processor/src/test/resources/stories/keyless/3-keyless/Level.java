package shop;

import dev.varve.annotations.RenamedFrom;

@RenamedFrom("logs.Severity")
public enum Level { DEBUG, INFO, ERROR }
