package dev.varve.runtime.migrate;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.script.Checksum;
import dev.varve.runtime.migrate.script.SqlScriptException;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the processor packed under {@code META-INF/varve/<module>/}, read when it is asked for.
 *
 * <p>What runs when the database is up to date ({@link #digest}) uses no lambda and no {@code +} on
 * strings: linking the first of each costs a starting JVM more than all the rest here.
 */
final class PackedSource implements MigrationSource {
  private static final String INDEX = "index.json";
  private static final String SCHEMA = "schema.json";
  private static final String CREATION = "schema.sql";

  /** Format, module and digest come first; a module's name is a package's. */
  private static final int START_OF_INDEX = 4096;

  /** From {@code META-INF/varve/<module>} to the class output. */
  private static final String TO_OUTPUT = "../../..";

  private final Class<?> anchor;
  private final String module;
  private final String digest;
  private final Function<MigrationId, Optional<DataStep>> data;
  private @Nullable MigrationIndex index;

  PackedSource(Class<?> anchor, String module, Function<MigrationId, Optional<DataStep>> data) {
    this.anchor = anchor;
    this.data = data;
    this.module = module;
    try {
      this.digest = MigrationIndex.digestIn(start(INDEX));
    } catch (JsonException e) {
      throw new MigrationException.Damaged(module, INDEX, e);
    }
  }

  @Override
  public String module() {
    return module;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public MigrationIndex index() {
    if (index == null) {
      checkSingle();
      try {
        index = MigrationIndex.fromJson(Json.parse(require(INDEX)));
      } catch (JsonException | IllegalArgumentException e) {
        throw new MigrationException.Damaged(module, INDEX, e);
      }
    }
    return index;
  }

  @Override
  public String script(MigrationId id) {
    return require(id.fileName());
  }

  @Override
  public Optional<String> undo(MigrationId id) {
    return read(id.undoFileName());
  }

  @Override
  public Optional<String> keptUndo(MigrationIndex.Entry entry) {
    Optional<String> aside = entry.soft() ? read(entry.id().asideFileName()) : Optional.empty();
    return aside.isPresent() ? aside : undo(entry.id());
  }

  @Override
  public String bridge(MigrationIndex.Bridge bridge) {
    return require(bridge.fileName());
  }

  @Override
  public Optional<String> record(MigrationId id) {
    return read(id.recordFileName());
  }

  @Override
  public Optional<DataStep> data(MigrationId id, String type) {
    return data.apply(id);
  }

  @Override
  public Optional<Schema> schema() {
    try {
      return Optional.of(SchemaJson.schema(Json.parse(require(SCHEMA))));
    } catch (JsonException | IllegalArgumentException e) {
      throw new MigrationException.Damaged(module, SCHEMA, e);
    }
  }

  @Override
  public Optional<String> creation() {
    return read(CREATION);
  }

  /** Maven runs no compiler when no Java file changed, so a new script may not be packed yet. */
  @Override
  public void checkFresh() {
    Optional<Path> folder = sourceFolder();
    if (folder.isEmpty()) {
      return;
    }
    List<MigrationId> files = FolderSource.migrations(folder.get());
    files.sort(null);
    Set<MigrationId> packed = new HashSet<>();
    for (MigrationIndex.Entry entry : index().migrations()) {
      packed.add(entry.id());
    }
    for (MigrationId file : files) {
      if (!packed.remove(file)) {
        throw new MigrationException.CompileFirst(
            file.fileName(), "is not in the class output yet");
      }
      compare(folder.get().resolve(file.fileName()), Optional.of(script(file)));
      compare(folder.get().resolve(file.undoFileName()), undo(file));
    }
    for (MigrationId gone : packed) {
      throw new MigrationException.CompileFirst(
          gone.fileName(), "is in the class output, but no longer in the migration folder");
    }
  }

  private static void compare(Path file, Optional<String> packed) {
    Optional<String> source =
        Files.exists(file) ? Optional.of(FolderSource.read(file)) : Optional.empty();
    if (!source.equals(packed) && !checksum(source).equals(checksum(packed))) {
      throw new MigrationException.CompileFirst(
          String.valueOf(file.getFileName()), "differs from what was packed");
    }
  }

  /** A text that cannot be cut into tokens stands for itself. */
  private static String checksum(Optional<String> text) {
    try {
      return text.isPresent() ? Checksum.of(text.get()) : "";
    } catch (SqlScriptException e) {
      return text.get();
    }
  }

  /** Empty unless the classes lie in a folder from which the project's own can be reached. */
  private Optional<Path> sourceFolder() {
    URL url = anchor.getResource(path(INDEX));
    if (url == null || !url.getProtocol().equals("file") || index().folder().isEmpty()) {
      return Optional.empty();
    }
    try {
      Path output = Path.of(url.toURI()).resolveSibling(TO_OUTPUT);
      Path folder = output.resolve(index().folder().get()).normalize();
      return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Of two jars with one module, the class loader would hide one; two copies do no harm. */
  private void checkSingle() {
    String file = path(INDEX).substring(1);
    try {
      Enumeration<URL> found = anchor.getClassLoader().getResources(file);
      URL first = found.hasMoreElements() ? found.nextElement() : null;
      while (first != null && found.hasMoreElements()) {
        URL other = found.nextElement();
        try (InputStream stream = other.openStream()) {
          String text = new String(stream.readNBytes(START_OF_INDEX), StandardCharsets.UTF_8);
          if (!MigrationIndex.digestIn(text).equals(digest)) {
            throw new MigrationException.NotPossible("Module " + module
                + " is twice on the class path, in " + place(first, file) + " and in "
                + place(other, file) + ". Nothing was changed. Take the older one out; if they are"
                + " two, compile the new one under another name: -Avarve.module=….");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(URL resource, String file) {
    String text = resource.toString();
    return text.substring(0, text.length() - file.length());
  }

  private String require(String file) {
    Optional<String> found = read(file);
    if (found.isEmpty()) {
      throw new MigrationException.Damaged(module, file);
    }
    return found.get();
  }

  /** As much of a file as has the digest of an index, however many migrations follow it. */
  private String start(String file) {
    try (InputStream stream = anchor.getResourceAsStream(path(file))) {
      if (stream == null) {
        throw new MigrationException.Damaged(module, file);
      }
      return new String(stream.readNBytes(START_OF_INDEX), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> read(String file) {
    try (InputStream stream = anchor.getResourceAsStream(path(file))) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String path(String file) {
    return "/META-INF/varve/".concat(module).concat("/").concat(file);
  }
}
