package dev.varve.processor.tool;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection URI as libpq, and with it {@code DATABASE_URL}, has it: {@code
 * postgresql://ada:secret@db.example.org:5432/shop?sslmode=require}. The driver reads only URLs of
 * its own kind.
 */
final class ConnectionUri {
  private static final List<String> SCHEMES = List.of("postgresql://", "postgres://");

  /** libpq's names that the driver has under another one. */
  private static final Map<String, String> NAMES = Map.of(
      "host", "PGHOST",
      "port", "PGPORT",
      "dbname", "PGDBNAME",
      "application_name", "ApplicationName",
      "connect_timeout", "connectTimeout",
      "channel_binding", "channelBinding",
      "gssencmode", "gssEncMode",
      "passfile", "pgpassfile",
      "target_session_attrs", "targetServerType");

  private static final Map<String, String> SERVERS = Map.of(
      "read-write", "primary",
      "standby", "secondary",
      "read-only", "secondary",
      "prefer-standby", "preferSecondary");

  private ConnectionUri() {}

  static boolean isOne(String url) {
    return SCHEMES.stream().anyMatch(url::startsWith);
  }

  /**
   * What the URI says, by the driver's names.
   *
   * @throws IllegalArgumentException if it is malformed; the message does not repeat it, as it may
   *     hold a password
   */
  static Map<String, String> parse(String uri) {
    Map<String, String> found = new LinkedHashMap<>();
    String rest = uri.substring(uri.indexOf("://") + "://".length());
    int query = rest.indexOf('?');
    if (query >= 0) {
      parameters(rest.substring(query + 1), found);
      rest = rest.substring(0, query);
    }
    int slash = rest.indexOf('/');
    if (slash >= 0) {
      put(found, "PGDBNAME", rest.substring(slash + 1));
      rest = rest.substring(0, slash);
    }
    int at = rest.lastIndexOf('@');
    if (at >= 0) {
      String login = rest.substring(0, at);
      int colon = login.indexOf(':');
      put(found, "user", colon < 0 ? login : login.substring(0, colon));
      put(found, "password", colon < 0 ? "" : login.substring(colon + 1));
      rest = rest.substring(at + 1);
    }
    hosts(rest, found);
    found.computeIfPresent("targetServerType", (name, kind) -> SERVERS.getOrDefault(kind, kind));
    return found;
  }

  private static void hosts(String text, Map<String, String> found) {
    if (text.isEmpty()) {
      return;
    }
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    boolean named = false;
    for (String server : text.split(",", -1)) {
      int colon = server.indexOf(':', Math.max(0, server.indexOf(']')));
      hosts.add(colon < 0 ? server : server.substring(0, colon));
      ports.add(colon < 0 ? "5432" : server.substring(colon + 1));
      named |= colon >= 0;
    }
    put(found, "PGHOST", String.join(",", hosts));
    if (named) {
      put(found, "PGPORT", String.join(",", ports));
    }
  }

  private static void parameters(String query, Map<String, String> found) {
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("a parameter has no value");
      }
      String name = decode(parameter.substring(0, equals));
      put(found, NAMES.getOrDefault(name, name), parameter.substring(equals + 1));
    }
  }

  private static void put(Map<String, String> found, String name, String encoded) {
    if (!encoded.isEmpty()) {
      found.put(name, decode(encoded));
    }
  }

  /** Percent-encoding as URIs have it; a plus sign is a plus sign. */
  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        bytes.write(encoded[i]);
        continue;
      }
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
      int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("a % is not followed by two hexadecimal digits");
      }
      bytes.write(high * 16 + low);
      i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
