package dev.varve.runtime.schema;

/**
 * A partition: a table of its own, in the schema of the one that it is a part of.
 *
 * @param name of the table
 */
public record Partition(Name name, PartitionBounds bounds) {
  public Partition withName(Name newName) {
    return new Partition(newName, bounds);
  }

  public Partition withBounds(PartitionBounds newBounds) {
    return new Partition(name, newBounds);
  }

  public boolean isRest() {
    return bounds instanceof PartitionBounds.Rest;
  }
}
