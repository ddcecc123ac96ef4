package dev.varve.examples.benchmark.compile;

import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What no processor can do without that gives a record classes of the names of Varve's: it reads
 * nothing, and there is nothing in them.
 */
@SupportedAnnotationTypes("jakarta.persistence.Table")
public final class ThreeEmptyClasses extends AbstractProcessor {
  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element record : round.getElementsAnnotatedWith(Table.class)) {
      for (String suffix : new String[] {"Table", "Insert", "Patch"}) {
        write(record, record.getSimpleName() + suffix);
      }
    }
    return false;
  }

  private void write(Element record, String name) {
    try (Writer writer =
        processingEnv.getFiler().createSourceFile("shop." + name, record).openWriter()) {
      writer.write("package shop;\n\npublic final class " + name + " {}\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
