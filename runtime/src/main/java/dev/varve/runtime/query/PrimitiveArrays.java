package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of boxes to arrays of primitives and back. */
final class PrimitiveArrays {
  private PrimitiveArrays() {}

  static boolean[] booleans(List<Boolean> list) {
    boolean[] array = new boolean[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = present(list.get(i));
    }
    return array;
  }

  static List<Boolean> list(boolean[] array) {
    List<Boolean> list = new ArrayList<>(array.length);
    for (boolean element : array) {
      list.add(element);
    }
    return list;
  }

  static short[] shorts(List<Short> list) {
    short[] array = new short[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = present(list.get(i));
    }
    return array;
  }

  static List<Short> list(short[] array) {
    List<Short> list = new ArrayList<>(array.length);
    for (short element : array) {
      list.add(element);
    }
    return list;
  }

  static int[] ints(List<Integer> list) {
    int[] array = new int[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = present(list.get(i));
    }
    return array;
  }

  static List<Integer> list(int[] array) {
    List<Integer> list = new ArrayList<>(array.length);
    for (int element : array) {
      list.add(element);
    }
    return list;
  }

  static long[] longs(List<Long> list) {
    long[] array = new long[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = present(list.get(i));
    }
    return array;
  }

  static List<Long> list(long[] array) {
    List<Long> list = new ArrayList<>(array.length);
    for (long element : array) {
      list.add(element);
    }
    return list;
  }

  static float[] floats(List<Float> list) {
    float[] array = new float[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = present(list.get(i));
    }
    return array;
  }

  static List<Float> list(float[] array) {
    List<Float> list = new ArrayList<>(array.length);
    for (float element : array) {
      list.add(element);
    }
    return list;
  }

  static double[] doubles(List<Double> list) {
    double[] array = new double[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = present(list.get(i));
    }
    return array;
  }

  static List<Double> list(double[] array) {
    List<Double> list = new ArrayList<>(array.length);
    for (double element : array) {
      list.add(element);
    }
    return list;
  }

  private static <T> T present(@Nullable T element) {
    if (element == null) {
      throw new QueryException("An array of primitives cannot hold an element that is NULL.");
    }
    return element;
  }
}
