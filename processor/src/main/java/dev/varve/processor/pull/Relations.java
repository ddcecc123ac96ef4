package dev.varve.processor.pull;

/** What rows about relations say in words. */
final class Relations {
  private Relations() {}

  static String words(Row row) {
    return switch (row.text("kind")) {
      case "p" -> row.is("is_partition") ? "partition" : "partitioned table";
      case "f" -> "foreign table";
      default -> row.is("is_partition") ? "partition" : "table";
    };
  }
}
