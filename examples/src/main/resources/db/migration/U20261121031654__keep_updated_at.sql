-- From here on updated_at keeps the value that it was given last.

DROP TRIGGER IF EXISTS cards_touch_updated_at ON cards;

DROP TRIGGER IF EXISTS decks_touch_updated_at ON decks;

DROP TRIGGER IF EXISTS users_touch_updated_at ON users;

DROP FUNCTION IF EXISTS touch_updated_at();
