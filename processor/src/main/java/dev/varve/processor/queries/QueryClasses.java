package dev.varve.processor.queries;

import com.palantir.javapoet.JavaFile;
import dev.varve.processor.read.TableSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * All classes that are generated for the records of a compilation.
 *
 * <p>A record gives {@code XTable}, {@code XInsert} and {@code XPatch}, a projection {@code
 * XProjection}, each record in a document {@code XJson}; all stand in their record's package, and
 * have it as originating element.
 */
public final class QueryClasses {
  private QueryClasses() {}

  /** Each document's codec occurs once, however many tables hold it. */
  public static List<JavaFile> of(
      Collection<TableSource> tables, Collection<TypeElement> projections) {
    List<JavaFile> files = new ArrayList<>();
    for (TableSource table : tables) {
      files.add(TableWriter.write(table));
      files.add(InsertWriter.write(table));
      files.add(PatchWriter.write(table));
    }
    for (TypeElement document : Documents.recordsOf(tables)) {
      files.add(DocumentWriter.write(document));
    }
    for (TypeElement projection : projections) {
      files.add(ProjectionWriter.write(projection));
    }
    return files;
  }
}
