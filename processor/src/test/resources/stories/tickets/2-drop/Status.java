package shop;

/** What is parked has the enum, too, and is led back when the undo takes the constant away. */
public enum Status { NEW, OPEN, DONE }
