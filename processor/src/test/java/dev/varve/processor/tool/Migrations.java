package dev.varve.processor.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project with three migrations written by hand. */
final class Migrations {
  static final String USERS = "20260101000000__create_users";
  static final String EMAIL = "20260102000000__add_email";
  static final String ADA = "20260103000000__add_ada";

  private final Path project;

  Migrations(Path project) {
    this.project = project;
    write("V" + USERS + ".sql", "CREATE TABLE users (id int PRIMARY KEY);\n");
    write("U" + USERS + ".sql", "DROP TABLE users;\n");
    write("V" + EMAIL + ".sql", "ALTER TABLE users ADD COLUMN email text;\n");
    write("U" + EMAIL + ".sql", "ALTER TABLE users DROP COLUMN email;\n");
    write(
        "V" + ADA + ".sql",
        "INSERT INTO users (id, email) VALUES (1, 'ada@example.org'), (2, 'é')\n"
            + "  ON CONFLICT (id) DO UPDATE SET email = excluded.email;\n");
    write("U" + ADA + ".sql", "UPDATE users SET email = NULL WHERE id IN (1, 2);\n");
  }

  Path folder() {
    return project.resolve("src/main/resources/db/migration");
  }

  Migrations write(String file, String text) {
    try {
      Files.createDirectories(folder());
      Files.writeString(folder().resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
