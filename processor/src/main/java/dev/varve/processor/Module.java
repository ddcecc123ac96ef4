package dev.varve.processor;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The name under which a module's history is kept: as the first migration has it, for ever, since
 * databases know it; before there is one, the package that all tables are in.
 */
final class Module {
  private static final String NAMELESS = "varve";

  private Module() {}

  static String of(Options options, List<MigrationFile> migrations, Collection<String> tables) {
    Optional<String> first = migrations.stream()
        .flatMap(file -> file.record().stream())
        .map(MigrationRecord::module)
        .findFirst();
    return first.or(options::module).orElseGet(() -> commonPackage(tables));
  }

  private static String commonPackage(Collection<String> tables) {
    String common = tables.stream()
        .map(name -> name.contains(".") ? name.substring(0, name.lastIndexOf('.') + 1) : "")
        .reduce(Module::commonStart)
        .orElse("");
    return common.isEmpty() ? NAMELESS : common.substring(0, common.length() - 1);
  }

  private static String commonStart(String a, String b) {
    int end = 0;
    for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
      end = a.charAt(i) == '.' ? i + 1 : end;
    }
    return a.substring(0, end);
  }
}
