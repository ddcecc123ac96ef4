package dev.varve.processor.testing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that the processor must behave the same under. */
public enum Compiler {
  JAVAC(ToolProvider::getSystemJavaCompiler),
  ECJ(EclipseCompiler::new);

  private final Supplier<JavaCompiler> maker;
  private final StandardJavaFileManager files;

  Compiler(Supplier<JavaCompiler> maker) {
    this.maker = maker;
    this.files = make().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  }

  public JavaCompiler make() {
    return maker.get();
  }

  /**
   * The same for all compilations, each of which says where its classes go and come from: a new one
   * reads the JDK and every jar again, which takes as long as compiling a few records.
   */
  public StandardJavaFileManager files() {
    return files;
  }
}
