package dev.varve.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.varve.processor.queries.QueryClasses;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.ModelReader;
import dev.varve.processor.read.TableSource;
import dev.varve.processor.read.ViewSource;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.Catalogue;
import dev.varve.runtime.DataMigration;
import dev.varve.runtime.migrate.MigrationId;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * The generated classes. They are written whatever is wrong with the model, so that one error stays
 * one error.
 */
final class ClassOutput {
  private static final String CATALOGUE = "VarveCatalogue";

  private final Filer filer;
  private final Diagnostics diagnostics;
  private final Set<String> written = new HashSet<>();

  ClassOutput(Filer filer, Diagnostics diagnostics) {
    this.filer = filer;
    this.diagnostics = diagnostics;
  }

  /** The query classes of records whose types are all known. */
  void writeQueries(Collection<TypeElement> tables, Collection<TypeElement> projections)
      throws IOException {
    // What is wrong is said once, when all records are read together.
    Model model = new ModelReader(new Diagnostics(), new Origins()).read(tables, List.of());
    List<TableSource> views = model.views().stream().map(ViewSource::rows).toList();
    List<TypeElement> records = new ArrayList<>();
    for (TypeElement projection : projections) {
      if (projection.getKind() == ElementKind.RECORD) {
        records.add(projection);
      } else {
        diagnostics.report(
            Problem.NOT_A_RECORD,
            Origin.of(projection.getQualifiedName().toString(), projection),
            "@Projection stands on something that is not a record. Make it a record, or remove"
                + " @Projection.");
      }
    }
    for (JavaFile file : QueryClasses.of(model.sources(), views, records)) {
      write(file);
    }
  }

  /** The class through which the runtime finds the module's migrations, and its service entry. */
  void writeCatalogue(
      String module, Collection<TypeElement> tables, Map<MigrationId, String> migrations)
      throws IOException {
    String packageName = module.replaceAll("[^A-Za-z0-9_.]", "_");
    String name = packageName + "." + CATALOGUE;
    if (!written.contains(name)) {
      TypeSpec.Builder type = TypeSpec.classBuilder(CATALOGUE)
          .addJavadoc("Leads the runtime to the migrations of this module.\n")
          .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
          .addSuperinterface(Catalogue.class)
          .addMethod(MethodSpec.methodBuilder("module")
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PUBLIC)
              .returns(String.class)
              .addStatement("return $S", module)
              .build());
      if (!migrations.isEmpty()) {
        type.addMethod(dataMigration(migrations));
      }
      tables.forEach(type::addOriginatingElement);
      write(
          JavaFile.builder(packageName, type.build()).skipJavaLangImports(true).build());
      try (Writer writer = filer
          .createResource(
              StandardLocation.CLASS_OUTPUT,
              "",
              "META-INF/services/" + Catalogue.class.getName(),
              tables.toArray(TypeElement[]::new))
          .openWriter()) {
        writer.write(name + "\n");
      }
    }
  }

  private static MethodSpec dataMigration(Map<MigrationId, String> migrations) {
    MethodSpec.Builder method = MethodSpec.methodBuilder("dataMigration")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(String.class, "migration")
        .returns(ParameterizedTypeName.get(Optional.class, DataMigration.class));
    CodeBlock.Builder choice = CodeBlock.builder().add("return switch (migration) {$>\n");
    migrations.forEach((id, type) -> choice.add(
        "case $S -> $T.of(new $T());\n", id.text(), Optional.class, ClassName.bestGuess(type)));
    choice.add("default -> $T.empty();\n$<}", Optional.class);
    return method.addStatement(choice.build()).build();
  }

  void write(Collection<JavaFile> files) throws IOException {
    for (JavaFile file : files) {
      write(file);
    }
  }

  private void write(JavaFile file) throws IOException {
    String name = file.packageName() + "." + file.typeSpec().name();
    if (!written.add(name)) {
      return;
    }
    Element[] origins = file.typeSpec().originatingElements().toArray(Element[]::new);
    try (Writer writer = filer.createSourceFile(name, origins).openWriter()) {
      // In one piece: a writer of the compiler's takes its time over each of the many small ones.
      writer.write(file.toString());
    } catch (FilerException taken) {
      diagnostics.report(
          Problem.CLASS_TAKEN,
          Origin.of(name),
          "this class is to be generated, but the sources have one of that name. Rename yours.");
    }
  }
}
