package shop;

import dev.varve.annotations.RenamedFrom;

@RenamedFrom("status")
public enum State { NEW, OPEN, DONE }
