package dev.varve.runtime.query;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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

  /** How many bytes each instruction takes, but for the three whose length varies. */
  private static final String LENGTHS =
      "1111111111111111232332222211111111111111111111111111112222211111"
          + "1111111111111111111111111111111111111111111111111111111111111111"
          + "1111311111111111111111111333333333333333321111111133333335532311"
          + "3311143355";

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

  /** The methods that hold a monitor: a virtual thread that waits in one keeps its carrier. */
  public static List<String> monitors(List<Path> classes) {
    List<String> found = new ArrayList<>();
    for (Path file : classes) {
      try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
        for (String method : monitors(in)) {
          found.add(file.getFileName() + ": " + method);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static List<String> monitors(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    Map<Integer, String> texts = new HashMap<>();
    int size = in.readUnsignedShort();
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        default -> in.skipNBytes(4);
      }
    }
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    members(in, texts, new ArrayList<>());
    List<String> found = new ArrayList<>();
    members(in, texts, found);
    return found;
  }

  private static void members(DataInputStream in, Map<Integer, String> texts, List<String> found)
      throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      int access = in.readUnsignedShort();
      String name = texts.get(in.readUnsignedShort());
      in.skipNBytes(2);
      if ((access & 0x20) != 0) {
        found.add(name + " is synchronized");
      }
      int attributes = in.readUnsignedShort();
      for (int a = 0; a < attributes; a++) {
        String attribute = texts.get(in.readUnsignedShort());
        byte[] content = in.readNBytes(in.readInt());
        if ("Code".equals(attribute) && entersMonitor(ByteBuffer.wrap(content))) {
          found.add(name + " has a synchronized block");
        }
      }
    }
  }

  /** Goes from instruction to instruction, as an operand may look like one. */
  private static boolean entersMonitor(ByteBuffer code) {
    int start = 8;
    int end = start + code.getInt(4);
    int at = start;
    while (at < end) {
      int opcode = code.get(at) & 0xff;
      if (opcode == 0xc2) {
        return true;
      }
      int aligned = start + ((at - start) / 4 + 1) * 4;
      at = switch (opcode) {
        case 0xaa -> aligned + 12 + 4 * (code.getInt(aligned + 8) - code.getInt(aligned + 4) + 1);
        case 0xab -> aligned + 8 + 8 * code.getInt(aligned + 4);
        case 0xc4 -> at + ((code.get(at + 1) & 0xff) == 0x84 ? 6 : 4);
        default -> at + LENGTHS.charAt(opcode) - '0';
      };
    }
    return false;
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
