-- V3__drop_comment_on_view_counts_and_12_more
--
-- Drops comment on view counts.
-- Drops comment on table pad.note.
-- Drops comment on sequence later.
-- Drops comment on schema pad.
-- Drops comment on routine keep().
-- Drops comment on policy "all of them" ON pad.note.
-- Drops comment on index note_text_idx ON pad.note.
-- Drops comment on enum mood.
-- Drops comment on domain code.
-- Drops comment on constraint note_pkey ON pad.note.
-- Drops comment on composite type place.
-- Drops comment on column pad.note.text.
-- Drops comment on column notes ON counts.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__drop_comment_on_view_counts_and_12_more.json has its checksum.

-- Comment on view counts: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on counts, for a moment.
DO $varve$
BEGIN
  IF to_regclass('counts') IS NOT NULL THEN
    COMMENT ON VIEW counts IS NULL;
  END IF;
END
$varve$;

-- Comment on table pad.note: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
DO $varve$
BEGIN
  IF to_regclass('pad.note') IS NOT NULL THEN
    COMMENT ON TABLE pad.note IS NULL;
  END IF;
END
$varve$;

-- Comment on sequence later: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('later') IS NOT NULL THEN
    COMMENT ON SEQUENCE later IS NULL;
  END IF;
END
$varve$;

-- Comment on schema pad: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regnamespace('pad') IS NOT NULL THEN
    COMMENT ON SCHEMA pad IS NULL;
  END IF;
END
$varve$;

-- Comment on routine keep(): dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regprocedure('keep()') IS NOT NULL THEN
    COMMENT ON ROUTINE keep() IS NULL;
  END IF;
END
$varve$;

-- Comment on policy "all of them" ON pad.note: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_policy WHERE polrelid = to_regclass('pad.note') AND quote_ident(polname) = '"all of them"') THEN
    COMMENT ON POLICY "all of them" ON pad.note IS NULL;
  END IF;
END
$varve$;

-- Comment on index note_text_idx ON pad.note: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('pad.note_text_idx') IS NOT NULL THEN
    COMMENT ON INDEX pad.note_text_idx IS NULL;
  END IF;
END
$varve$;

-- Comment on enum mood: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('mood') IS NOT NULL THEN
    COMMENT ON TYPE mood IS NULL;
  END IF;
END
$varve$;

-- Comment on domain code: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('code') IS NOT NULL THEN
    COMMENT ON DOMAIN code IS NULL;
  END IF;
END
$varve$;

-- Comment on constraint note_pkey ON pad.note: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('pad.note') AND quote_ident(conname) = 'note_pkey') THEN
    COMMENT ON CONSTRAINT note_pkey ON pad.note IS NULL;
  END IF;
END
$varve$;

-- Comment on composite type place: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('place') IS NOT NULL THEN
    COMMENT ON TYPE place IS NULL;
  END IF;
END
$varve$;

-- Comment on column pad.note.text: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('pad.note') AND attname = 'text' AND NOT attisdropped
  ) THEN
    COMMENT ON COLUMN pad.note.text IS NULL;
  END IF;
END
$varve$;

-- Comment on column notes ON counts: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on counts, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('counts') AND quote_ident(attname) = 'notes') THEN
    COMMENT ON COLUMN counts.notes IS NULL;
  END IF;
END
$varve$;
