package dev.varve.processor.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What git says of the files of a folder.
 *
 * <p>A file that no commit has is soft; all others are firm. So is everything where there is no
 * git, where the folder lies outside of a working tree or is ignored, and what a merge that is
 * being made brings: others have it.
 *
 * @param soft the names of the files that no commit has
 * @param changed the names of those that differ from the commit
 * @param gone the names of those that the commit has, and the folder has not
 */
public record VersionControl(Path folder, Set<String> soft, Set<String> changed, Set<String> gone) {
  private static final long SECONDS = 20;
  /** What lies in git's own folder while a merge, a pick or a rebase is being made. */
  private static final List<String> UNDER_WAY =
      List.of("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply");

  public VersionControl {
    soft = Set.copyOf(soft);
    changed = Set.copyOf(changed);
    gone = Set.copyOf(gone);
  }

  /** Asks git. */
  public static VersionControl of(Path folder) {
    Set<String> soft = new TreeSet<>();
    Set<String> changed = new TreeSet<>();
    Set<String> gone = new TreeSet<>();
    boolean staged = false;
    Optional<String> status = Files.isDirectory(folder)
        ? git(
            folder,
            "--no-optional-locks",
            "status",
            "--porcelain=v1",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            "--",
            ".")
        : Optional.empty();
    for (String line : status.orElse("").split("\0")) {
      if (line.length() < 4) {
        continue;
      }
      String code = line.substring(0, 2);
      String name = name(folder, line.substring(3));
      boolean added = code.equals("??") || code.equals("A ") || code.equals("AM");
      if (name.isEmpty()) {
        continue;
      }
      staged |= added && code.charAt(0) == 'A';
      if (added) {
        soft.add(name);
      } else if (Files.exists(folder.resolve(name))) {
        changed.add(name);
      } else if (code.charAt(0) != 'A') {
        gone.add(name);
      }
    }
    soft.removeAll(changed);
    return staged && isUnderWay(folder)
        ? new VersionControl(folder, Set.of(), changed, gone)
        : new VersionControl(folder, soft, changed, gone);
  }

  /** The name of a file that lies directly in the folder; git names it from the tree's root. */
  private static String name(Path folder, String path) {
    Path file = Path.of(path);
    Path parent = file.getParent();
    try {
      return parent == null || folder.toRealPath().endsWith(parent)
          ? String.valueOf(file.getFileName())
          : "";
    } catch (IOException gone) {
      return "";
    }
  }

  /** Whether git is there and looks after the folder. */
  public boolean isThere() {
    return git(folder, "rev-parse", "--git-dir").isPresent()
        && git(folder, "check-ignore", "-q", ".").isEmpty();
  }

  private static boolean isUnderWay(Path folder) {
    Optional<Path> own =
        git(folder, "rev-parse", "--absolute-git-dir").map(String::strip).map(Path::of);
    return own.isPresent()
        && UNDER_WAY.stream().anyMatch(name -> Files.exists(own.get().resolve(name)));
  }

  /** Whether no commit has a migration's script. */
  public boolean isSoft(MigrationFile migration) {
    return soft.contains(migration.id().fileName());
  }

  /** The text that the commit has. */
  public Optional<String> committed(String name) {
    return git(folder, "show", "HEAD:./" + name);
  }

  /** Empty if git is not there, or refuses. */
  private static Optional<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Stream.of(arguments).toList());
    try {
      Process process = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
