package dev.varve.runtime.query;

import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.query.sample.Prefs;
import dev.varve.runtime.query.sample.UserInsert;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import java.util.Optional;

/** A server's database with the tables of the sample, empty. */
final class SampleDatabase {
  private SampleDatabase() {}

  static TestDatabase create() {
    TestDatabase database = TestServer.newDatabase();
    database.execute("""
        CREATE TYPE mood AS ENUM ('CALM', 'EAGER');
        CREATE TABLE users (
          id uuid NOT NULL DEFAULT gen_random_uuid(),
          email varchar(255) NOT NULL,
          display_name text,
          mood mood NOT NULL,
          prefs jsonb NOT NULL,
          tags text[] NOT NULL,
          invited_by uuid,
          version integer NOT NULL,
          created_at timestamptz NOT NULL DEFAULT now(),
          CONSTRAINT users_pkey PRIMARY KEY (id),
          CONSTRAINT users_email_key UNIQUE (email)
        );
        CREATE TABLE posts (
          id bigint GENERATED ALWAYS AS IDENTITY,
          author_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
          number integer NOT NULL,
          title text NOT NULL,
          likes bigint NOT NULL DEFAULT 0,
          CONSTRAINT posts_pkey PRIMARY KEY (id),
          CONSTRAINT posts_author_id_number_key UNIQUE (author_id, number)
        );
        """);
    return database;
  }

  static UserInsert user(String email) {
    return UserInsert.of(
        email, Mood.CALM, new Prefs("dark", 20, Optional.empty(), List.of()), List.of("new"));
  }
}
