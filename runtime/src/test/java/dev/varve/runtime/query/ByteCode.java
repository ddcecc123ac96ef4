package dev.varve.runtime.query;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What compiled classes call, read from their files. */
public final class ByteCode {
  /** The bootstraps of lambdas, string concatenation and records, which javac calls. */
  private static final Set<String> BOOTSTRAPS = Set.of(
      "java/lang/invoke/LambdaMetafactory.metafactory",
      "java/lang/invoke/LambdaMetafactory.altMetafactory",
      "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
      "java/lang/runtime/ObjectMethods.bootstrap",
      "java/lang/runtime/SwitchBootstraps.typeSwitch");

  private ByteCode() {}

  /** The class files below a folder. */
  public static List<Path> classes(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The calls that look classes or members up by their names. */
  public static List<String> reflection(List<Path> classes) {
    List<String> found = new ArrayList<>();
    for (Path file : classes) {
      try {
        for (String call : calls(Files.readAllBytes(file))) {
          if (isReflection(call)) {
            found.add(file.getFileName() + " calls " + call);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static boolean isReflection(String call) {
    return !BOOTSTRAPS.contains(call)
        && (call.startsWith("java/lang/reflect/")
            || call.startsWith("java/lang/invoke/")
            || call.matches(
                "java/lang/Class\\.(forName|newInstance|getDeclared.*|getMethods?|getFields?"
                    + "|getConstructors?|getRecordComponents)"));
  }

  /** Every {@code class.member} that the constant pool refers to. */
  private static List<String> calls(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.skipNBytes(8);
    int size = in.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    Map<Integer, Integer> firsts = new HashMap<>();
    List<int[]> references = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 3, 4 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> firsts.put(i, in.readUnsignedShort());
        case 9, 10, 11 ->
          references.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
        case 12 -> {
          firsts.put(i, in.readUnsignedShort());
          in.skipNBytes(2);
        }
        case 15 -> in.skipNBytes(3);
        case 17, 18 -> in.skipNBytes(4);
        default -> throw new IOException("Unknown constant " + tag);
      }
    }
    return references.stream()
        .map(r -> texts.get(firsts.get(r[0])) + "." + texts.get(firsts.get(r[1])))
        .toList();
  }
}
