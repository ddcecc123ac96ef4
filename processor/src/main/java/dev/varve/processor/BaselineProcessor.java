package dev.varve.processor;

import dev.varve.processor.report.Diagnostics;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Records in, their migration out, and no classes: what {@link VarveProcessor} does for a compiler,
 * for those who only want to know what records lead to. {@code varve pull} makes one, by its name; no
 * service file names it, so no compiler does.
 *
 * <p>The compiler is not given the sources but finds them when they are asked for, in the last round:
 * it enters all that it is given once more for each round.
 */
public final class BaselineProcessor extends AbstractProcessor {
  private static final String PACKAGE = ".package-info";

  private final Collection<String> sources;

  /** @param sources the types that they declare; of packages, with {@code package-info} */
  public BaselineProcessor(Collection<String> sources) {
    this.sources = List.copyOf(sources);
  }

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
    if (round.processingOver()) {
      Diagnostics diagnostics = new Diagnostics();
      Roots roots = new Roots();
      roots.collect(sources.stream().map(this::element).filter(Objects::nonNull), diagnostics);
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

  private @Nullable Element element(String source) {
    return source.endsWith(PACKAGE)
        ? processingEnv
            .getElementUtils()
            .getPackageElement(source.substring(0, source.length() - PACKAGE.length()))
        : processingEnv.getElementUtils().getTypeElement(source);
  }
}
