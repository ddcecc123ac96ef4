package dev.varve.processor;

import dev.varve.processor.report.Diagnostics;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Records in, their migration out, and no classes: what {@link VarveProcessor} does for a compiler,
 * for those who only want to know what records lead to. {@code varve pull} makes one, by its name; no
 * service file names it, so no compiler does.
 */
public final class BaselineProcessor extends AbstractProcessor {
  private final Roots roots = new Roots();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.copyOf(Options.ALL);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    roots.collect(processingEnv, round, new Diagnostics());
    if (round.processingOver()) {
      Diagnostics diagnostics = new Diagnostics();
      new Generation(
              processingEnv,
              diagnostics,
              new Options(processingEnv.getOptions(), diagnostics),
              Optional.empty(),
              roots.tables(),
              roots.packages(),
              roots.annotated(),
              new JavaMigrations(processingEnv, diagnostics),
              false)
          .run(round.errorRaised())
          .ifPresent(Runnable::run);
      diagnostics.print(processingEnv);
    }
    return false;
  }
}
