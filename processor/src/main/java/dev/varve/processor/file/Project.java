package dev.varve.processor.file;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a compilation's project is, as far as its class output tells. */
public record Project(Path classOutput, Optional<Path> root) {
  private static final List<String> BUILD_FILES =
      List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle");

  /** The project whose compiler writes a file of this address into its class output's root. */
  public static Optional<Project> of(URI file) {
    Path folder;
    try {
      folder = Path.of(file).toAbsolutePath().normalize().getParent();
    } catch (IllegalArgumentException | FileSystemNotFoundException notOnDisk) {
      return Optional.empty();
    }
    if (folder == null) {
      return Optional.empty();
    }
    Path classOutput = folder;
    while (folder != null && BUILD_FILES.stream().map(folder::resolve).noneMatch(Files::exists)) {
      folder = folder.getParent();
    }
    return Optional.of(new Project(classOutput, Optional.ofNullable(folder)));
  }

  /** Whether the compilation is that of tests, by the names that Maven, Gradle and IDEs use. */
  public boolean isTest() {
    return root.map(r -> r.relativize(classOutput).toString())
        .orElse(classOutput.getFileName().toString())
        .toLowerCase(java.util.Locale.ROOT)
        .contains("test");
  }

  /** The folder that migrations are in unless an option says otherwise. */
  public Optional<Path> migrations() {
    return root.map(r -> r.resolve("src/main/resources/db/migration"));
  }
}
