package dev.varve.runtime.schema;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a schema in the order of their names, of which none occurs twice.
 *
 * <p>A tree that shares with the one before it all that a change leaves as it is, so that folding many
 * changes does not copy the schema for each; its branches are balanced by their sizes.
 */
final class SortedParts<N extends Comparable<N>, T> extends AbstractList<T> {
  private final Function<? super T, N> name;
  private final @Nullable Node<T> root;

  private record Node<T>(
      @Nullable Node<T> left, T part, @Nullable Node<T> right, int size) {
    static <T> Node<T> of(@Nullable Node<T> left, T part, @Nullable Node<T> right) {
      return new Node<>(left, part, right, count(left) + count(right) + 1);
    }

    static int count(@Nullable Node<?> node) {
      return node == null ? 0 : node.size;
    }

    /** Neither side is more than three times as large as the other one, after one was added or gone. */
    static <T> Node<T> balanced(@Nullable Node<T> left, T part, @Nullable Node<T> right) {
      if (count(left) + count(right) > 1) {
        if (right != null && right.size > 3 * count(left)) {
          Node<T> inner = right.left;
          return inner == null || inner.size < 2 * count(right.right)
              ? of(of(left, part, inner), right.part, right.right)
              : of(
                  of(left, part, inner.left), inner.part, of(inner.right, right.part, right.right));
        }
        if (left != null && left.size > 3 * count(right)) {
          Node<T> inner = left.right;
          return inner == null || inner.size < 2 * count(left.left)
              ? of(left.left, left.part, of(inner, part, right))
              : of(of(left.left, left.part, inner.left), inner.part, of(inner.right, part, right));
        }
      }
      return of(left, part, right);
    }
  }

  private SortedParts(Function<? super T, N> name, @Nullable Node<T> root) {
    this.name = name;
    this.root = root;
  }

  /**
   * All of the list.
   *
   * @param twice the message if a name occurs twice, which stands for {@code %}
   */
  static <N extends Comparable<N>, T> SortedParts<N, T> of(
      List<? extends T> parts, Function<? super T, N> name, String twice) {
    List<T> sorted =
        parts.stream().<T>map(part -> part).sorted(Comparator.comparing(name)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (name.apply(sorted.get(i)).equals(name.apply(sorted.get(i - 1)))) {
        throw new IllegalArgumentException(
            twice.replace("%", name.apply(sorted.get(i)).toString()));
      }
    }
    return new SortedParts<>(name, tree(sorted, 0, sorted.size()));
  }

  private static <T> @Nullable Node<T> tree(List<T> sorted, int from, int to) {
    if (from == to) {
      return null;
    }
    int middle = (from + to) >>> 1;
    return Node.of(tree(sorted, from, middle), sorted.get(middle), tree(sorted, middle + 1, to));
  }

  Optional<T> find(N wanted) {
    Node<T> node = root;
    while (node != null) {
      int order = wanted.compareTo(name.apply(node.part));
      if (order == 0) {
        return Optional.of(node.part);
      }
      node = order < 0 ? node.left : node.right;
    }
    return Optional.empty();
  }

  boolean has(N wanted) {
    return find(wanted).isPresent();
  }

  /** With the part, in the place of one of its name. */
  SortedParts<N, T> with(T part) {
    return new SortedParts<>(name, with(root, part, name.apply(part)));
  }

  private Node<T> with(@Nullable Node<T> node, T part, N of) {
    if (node == null) {
      return Node.of(null, part, null);
    }
    int order = of.compareTo(name.apply(node.part));
    if (order == 0) {
      return new Node<>(node.left, part, node.right, node.size);
    }
    return order < 0
        ? Node.balanced(with(node.left, part, of), node.part, node.right)
        : Node.balanced(node.left, node.part, with(node.right, part, of));
  }

  /** Without the part of that name, if there is one. */
  SortedParts<N, T> without(N gone) {
    return has(gone) ? new SortedParts<>(name, without(root, gone)) : this;
  }

  private @Nullable Node<T> without(@Nullable Node<T> node, N gone) {
    if (node == null) {
      return null;
    }
    int order = gone.compareTo(name.apply(node.part));
    if (order < 0) {
      return Node.balanced(without(node.left, gone), node.part, node.right);
    }
    if (order > 0) {
      return Node.balanced(node.left, node.part, without(node.right, gone));
    }
    if (node.left == null || node.right == null) {
      return node.left == null ? node.right : node.left;
    }
    T next = first(node.right);
    return Node.balanced(node.left, next, without(node.right, name.apply(next)));
  }

  private static <T> T first(Node<T> node) {
    Node<T> first = node;
    while (first.left != null) {
      first = first.left;
    }
    return first.part;
  }

  /** With each part replaced by what the operator makes of it; the same list if that is the same. */
  SortedParts<N, T> map(UnaryOperator<T> operator, String twice) {
    List<T> mapped = stream().map(operator).toList();
    Iterator<T> parts = iterator();
    return mapped.stream().allMatch(part -> part == parts.next()) ? this : of(mapped, name, twice);
  }

  @Override
  public T get(int index) {
    Objects.checkIndex(index, size());
    Node<T> node = root;
    int rest = index;
    while (node != null) {
      int left = Node.count(node.left);
      if (rest == left) {
        return node.part;
      }
      node = rest < left ? node.left : node.right;
      rest = rest < left ? rest : rest - left - 1;
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int size() {
    return Node.count(root);
  }

  @Override
  public Iterator<T> iterator() {
    Deque<Node<T>> path = new ArrayDeque<>();
    descend(path, root);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !path.isEmpty();
      }

      @Override
      public T next() {
        if (path.isEmpty()) {
          throw new NoSuchElementException();
        }
        Node<T> node = path.pop();
        descend(path, node.right);
        return node.part;
      }
    };
  }

  private static <T> void descend(Deque<Node<T>> path, @Nullable Node<T> from) {
    for (Node<T> node = from; node != null; node = node.left) {
      path.push(node);
    }
  }
}
