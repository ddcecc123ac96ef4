package shop;

import dev.varve.annotations.NamedEnum;
import dev.varve.annotations.RenamedFrom;

@NamedEnum(name = "Severity", schema = "logs")
@RenamedFrom("logs.level")
public enum Level { DEBUG, INFO, ERROR }
