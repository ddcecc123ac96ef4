package dev.varve.processor.queries;

import com.palantir.javapoet.JavaFile;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.ModelReader;
import dev.varve.processor.read.ViewSource;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the records of a compilation and writes their query classes, and nothing else. */
final class QueryProcessor extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    List<TypeElement> tables = new ArrayList<>(annotated(round, "jakarta.persistence.Table"));
    tables.addAll(annotated(round, "dev.varve.annotations.View"));
    List<TypeElement> projections = annotated(round, "dev.varve.annotations.Projection");
    Model model = new ModelReader(new Diagnostics(), new Origins()).read(tables, List.of());
    for (JavaFile file : QueryClasses.of(
        model.sources(), model.views().stream().map(ViewSource::rows).toList(), projections)) {
      try {
        file.writeTo(processingEnv.getFiler());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  private List<TypeElement> annotated(RoundEnvironment round, String annotation) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation);
    if (type == null) {
      return List.of();
    }
    Set<TypeElement> sorted = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    Set<? extends Element> found = round.getElementsAnnotatedWith(type);
    sorted.addAll(ElementFilter.typesIn(found));
    return List.copyOf(sorted);
  }
}
