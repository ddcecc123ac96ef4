package dev.varve.processor.testing;

import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that the processor must behave the same under. */
public enum Compiler {
  JAVAC(ToolProvider::getSystemJavaCompiler),
  ECJ(EclipseCompiler::new);

  private final Supplier<JavaCompiler> maker;

  Compiler(Supplier<JavaCompiler> maker) {
    this.maker = maker;
  }

  JavaCompiler make() {
    return maker.get();
  }
}
