-- U20261121031625__create_accounts_and_decks
--
-- The way back from V20261121031625__create_accounts_and_decks.
-- Drops constraint cards_deck_id_fkey of cards.
-- Drops constraint decks_owner_id_fkey of decks.
-- Drops constraint decks_folder_id_fkey of decks.
-- Drops constraint folders_owner_id_fkey of folders.
-- Drops constraint folders_parent_id_fkey of folders.
-- Drops constraint media_files_card_id_fkey of media_files.
-- Drops constraint sessions_user_id_fkey of sessions.
-- Drops table cards with its rows.
-- Drops table decks with its rows.
-- Drops table folders with its rows.
-- Drops table media_files with its rows.
-- Drops table sessions with its rows.
-- Drops table users with its rows.
-- Drops enum media_kind.
-- Drops enum user_role.
-- Drops enum visibility.
--
-- Data lost: all rows of cards; all rows of decks; all rows of folders; all rows of media_files; all rows of sessions; all rows of users.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031625__create_accounts_and_decks.json has its checksum.

-- Card.deckId: no reference to decks any more.
ALTER TABLE IF EXISTS cards
  DROP CONSTRAINT IF EXISTS cards_deck_id_fkey;

-- Deck.ownerId: no reference to users any more.
ALTER TABLE IF EXISTS decks
  DROP CONSTRAINT IF EXISTS decks_owner_id_fkey;

-- Deck.folderId: no reference to folders any more.
ALTER TABLE IF EXISTS decks
  DROP CONSTRAINT IF EXISTS decks_folder_id_fkey;

-- Folder.ownerId: no reference to users any more.
ALTER TABLE IF EXISTS folders
  DROP CONSTRAINT IF EXISTS folders_owner_id_fkey;

-- Folder.parentId: no reference to folders any more.
ALTER TABLE IF EXISTS folders
  DROP CONSTRAINT IF EXISTS folders_parent_id_fkey;

-- MediaFile.cardId: no reference to cards any more.
ALTER TABLE IF EXISTS media_files
  DROP CONSTRAINT IF EXISTS media_files_card_id_fkey;

-- Session.userId: no reference to users any more.
ALTER TABLE IF EXISTS sessions
  DROP CONSTRAINT IF EXISTS sessions_user_id_fkey;

-- Card: dropped, with its rows.
DROP TABLE IF EXISTS cards;

-- Deck: dropped, with its rows.
DROP TABLE IF EXISTS decks;

-- Folder: dropped, with its rows.
DROP TABLE IF EXISTS folders;

-- MediaFile: dropped, with its rows.
DROP TABLE IF EXISTS media_files;

-- Session: dropped, with its rows.
DROP TABLE IF EXISTS sessions;

-- User: dropped, with its rows.
DROP TABLE IF EXISTS users;

-- MediaKind: no column has this enum any more.
DROP TYPE IF EXISTS media_kind;

-- UserRole: no column has this enum any more.
DROP TYPE IF EXISTS user_role;

-- Visibility: no column has this enum any more.
DROP TYPE IF EXISTS visibility;
