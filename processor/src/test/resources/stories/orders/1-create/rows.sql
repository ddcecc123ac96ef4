INSERT INTO customers (name, moods, credit) VALUES ('Ada', '{CALM,TENSE}', 10), ('Bob', '{}', 0);
