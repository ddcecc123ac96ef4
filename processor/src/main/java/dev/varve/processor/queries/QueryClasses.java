package dev.varve.processor.queries;

import com.palantir.javapoet.JavaFile;
import dev.varve.processor.read.TableSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * All classes that are generated for the records of a compilation.
 *
 * <p>A record of a view gives only {@code XTable}, which is read; another record gives {@code XTable}, {@code XInsert} and {@code XPatch}, a projection {@code
 * XProjection}, each record in a document {@code XJson}; all stand in their record's package, and
 * have it as originating element.
 */
public final class QueryClasses {
  private QueryClasses() {}

  /** Each document's codec occurs once, however many tables hold it. */
  public static List<JavaFile> of(
      Collection<TableSource> tables,
      Collection<TableSource> views,
      Collection<TypeElement> projections) {
    List<JavaFile> files = new ArrayList<>();
    for (TableSource table : tables) {
      files.add(TableWriter.write(table));
      files.add(InsertWriter.write(table));
      files.add(PatchWriter.write(table));
    }
    views.forEach(view -> files.add(TableWriter.writeView(view)));
    List<TableSource> all = Stream.concat(tables.stream(), views.stream()).toList();
    for (TypeElement document : Documents.recordsOf(all)) {
      files.add(DocumentWriter.write(document));
    }
    for (TypeElement projection : projections) {
      files.add(ProjectionWriter.write(projection));
    }
    return files;
  }
}
