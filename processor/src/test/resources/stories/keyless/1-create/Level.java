package shop;

import dev.varve.annotations.NamedEnum;

@NamedEnum(schema = "logs")
public enum Level { INFO, ERROR }
