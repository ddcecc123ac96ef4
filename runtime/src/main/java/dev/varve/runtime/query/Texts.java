package dev.varve.runtime.query;

import java.util.List;

/** Functions of text; made to be imported statically. What text can do else is {@link Text}. */
public final class Texts {
  private Texts() {}

  static Condition match(Text text, String operator, String pattern) {
    return operand(text).compare(operator, pattern);
  }

  // Text is sealed: all that implement it are operands of String.
  private static Operand<String, ?> operand(Text text) {
    if (text instanceof TextColumn<?> column) {
      return column;
    }
    if (text instanceof NullableTextColumn<?> column) {
      return column;
    }
    return text instanceof TextExpression expression ? expression : (NullableTextExpression) text;
  }

  /** For a pattern that means the text itself. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  public static TextExpression lower(Expression<String> value) {
    return new TextExpression(Calls.call("lower", value));
  }

  public static NullableTextExpression lower(NullableExpression<String> value) {
    return new NullableTextExpression(Calls.call("lower", value));
  }

  public static TextExpression upper(Expression<String> value) {
    return new TextExpression(Calls.call("upper", value));
  }

  public static NullableTextExpression upper(NullableExpression<String> value) {
    return new NullableTextExpression(Calls.call("upper", value));
  }

  /** Each word with a capital. */
  public static TextExpression initcap(Expression<String> value) {
    return new TextExpression(Calls.call("initcap", value));
  }

  /** Each word with a capital. */
  public static NullableTextExpression initcap(NullableExpression<String> value) {
    return new NullableTextExpression(Calls.call("initcap", value));
  }

  /** Without blanks at both ends. */
  public static TextExpression trim(Expression<String> value) {
    return new TextExpression(Calls.call("btrim", value));
  }

  /** Without blanks at both ends. */
  public static NullableTextExpression trim(NullableExpression<String> value) {
    return new NullableTextExpression(Calls.call("btrim", value));
  }

  public static TextExpression reverse(Expression<String> value) {
    return new TextExpression(Calls.call("reverse", value));
  }

  public static NullableTextExpression reverse(NullableExpression<String> value) {
    return new NullableTextExpression(Calls.call("reverse", value));
  }

  /** The hash, in hexadecimal digits. */
  public static TextExpression md5(Expression<String> value) {
    return new TextExpression(Calls.call("md5", value));
  }

  /** The hash, in hexadecimal digits. */
  public static NullableTextExpression md5(NullableExpression<String> value) {
    return new NullableTextExpression(Calls.call("md5", value));
  }

  /** How many characters it has. */
  public static NumberExpression<Integer> length(Expression<String> value) {
    return new NumberExpression<>(Type.INT, Calls.call("length", value));
  }

  /** How many characters it has. */
  public static NullableNumberExpression<Integer> length(NullableExpression<String> value) {
    return new NullableNumberExpression<>(Type.INT, Calls.call("length", value));
  }

  /** So many characters from this one, the first being 1. */
  public static TextExpression substring(Expression<String> value, int start, int count) {
    return new TextExpression(
        Calls.call("substring", value, Calls.number(start), Calls.number(count)));
  }

  /** So many characters from this one, the first being 1. */
  public static NullableTextExpression substring(
      NullableExpression<String> value, int start, int count) {
    return new NullableTextExpression(
        Calls.call("substring", value, Calls.number(start), Calls.number(count)));
  }

  /** The first so many characters; all but the last so many, if negative. */
  public static TextExpression left(Expression<String> value, int count) {
    return new TextExpression(Calls.call("left", value, Calls.number(count)));
  }

  /** The first so many characters; all but the last so many, if negative. */
  public static NullableTextExpression left(NullableExpression<String> value, int count) {
    return new NullableTextExpression(Calls.call("left", value, Calls.number(count)));
  }

  /** The last so many characters; all but the first so many, if negative. */
  public static TextExpression right(Expression<String> value, int count) {
    return new TextExpression(Calls.call("right", value, Calls.number(count)));
  }

  /** The last so many characters; all but the first so many, if negative. */
  public static NullableTextExpression right(NullableExpression<String> value, int count) {
    return new NullableTextExpression(Calls.call("right", value, Calls.number(count)));
  }

  /** With each occurrence of a part replaced. */
  public static TextExpression replace(Expression<String> value, String part, String by) {
    return new TextExpression(Calls.call("replace", value, Calls.text(part), Calls.text(by)));
  }

  /** With each occurrence of a part replaced. */
  public static NullableTextExpression replace(
      NullableExpression<String> value, String part, String by) {
    return new NullableTextExpression(
        Calls.call("replace", value, Calls.text(part), Calls.text(by)));
  }

  /** With each match of a regular expression replaced. */
  public static TextExpression regexpReplace(Expression<String> value, String regex, String by) {
    return new TextExpression(
        Calls.call("regexp_replace", value, Calls.text(regex), Calls.text(by), Calls.text("g")));
  }

  /** With each match of a regular expression replaced. */
  public static NullableTextExpression regexpReplace(
      NullableExpression<String> value, String regex, String by) {
    return new NullableTextExpression(
        Calls.call("regexp_replace", value, Calls.text(regex), Calls.text(by), Calls.text("g")));
  }

  /** Filled up to so many characters, or cut to them. */
  public static TextExpression padStart(Expression<String> value, int count, String fill) {
    return new TextExpression(Calls.call("lpad", value, Calls.number(count), Calls.text(fill)));
  }

  /** Filled up to so many characters, or cut to them. */
  public static NullableTextExpression padStart(
      NullableExpression<String> value, int count, String fill) {
    return new NullableTextExpression(
        Calls.call("lpad", value, Calls.number(count), Calls.text(fill)));
  }

  /** The part of this number, from 1, between separators; empty if there is none. */
  public static TextExpression splitPart(Expression<String> value, String separator, int part) {
    return new TextExpression(
        Calls.call("split_part", value, Calls.text(separator), Calls.number(part)));
  }

  /** The part of this number, from 1, between separators; empty if there is none. */
  public static NullableTextExpression splitPart(
      NullableExpression<String> value, String separator, int part) {
    return new NullableTextExpression(
        Calls.call("split_part", value, Calls.text(separator), Calls.number(part)));
  }

  /** Where a part starts, from 1; 0 if it is not there. */
  public static NumberExpression<Integer> position(Expression<String> value, String part) {
    return new NumberExpression<>(Type.INT, Calls.call("strpos", value, Calls.text(part)));
  }

  /** Where a part starts, from 1; 0 if it is not there. */
  public static NullableNumberExpression<Integer> position(
      NullableExpression<String> value, String part) {
    return new NullableNumberExpression<>(Type.INT, Calls.call("strpos", value, Calls.text(part)));
  }

  /** The texts one after another. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static TextExpression concat(Expression<String> first, Expression<String>... more) {
    return new TextExpression(joined(Clauses.with(List.of(first), List.of(more))));
  }

  /** The texts one after another; NULL if one of them is. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static NullableTextExpression concat(
      Operand<String, ?> first, Operand<String, ?>... more) {
    return new NullableTextExpression(joined(Clauses.with(List.of(first), List.of(more))));
  }

  private static Node joined(List<? extends Operand<?, ?>> parts) {
    return sql -> {
      sql.append("(");
      String separator = "";
      for (Operand<?, ?> part : parts) {
        sql.append(separator);
        separator = " || ";
        part.write(sql);
      }
      sql.append(")");
    };
  }

  /** Those of the texts that are not NULL, with a separator between them. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static TextExpression concatWith(String separator, Operand<String, ?>... texts) {
    List<Operand<String, ?>> separated = List.of(Calls.text(separator));
    return new TextExpression(Calls.call("concat_ws", Clauses.with(separated, List.of(texts))));
  }
}
