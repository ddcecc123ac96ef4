-- U3__drop_comment_on_view_counts_and_12_more
--
-- The way back from V3__drop_comment_on_view_counts_and_12_more.
-- Creates comment on column notes ON counts.
-- Creates comment on column pad.note.text.
-- Creates comment on composite type place.
-- Creates comment on constraint note_pkey ON pad.note.
-- Creates comment on domain code.
-- Creates comment on enum mood.
-- Creates comment on index note_text_idx ON pad.note.
-- Creates comment on policy "all of them" ON pad.note.
-- Creates comment on routine keep().
-- Creates comment on schema pad.
-- Creates comment on sequence later.
-- Creates comment on table pad.note.
-- Creates comment on view counts.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__drop_comment_on_view_counts_and_12_more.json has its checksum.

-- varve:step transaction

-- Comment on column notes ON counts: new comment.
-- Lock: SHARE UPDATE EXCLUSIVE on counts, for a moment.
COMMENT ON COLUMN counts.notes IS 'all of them';

-- Comment on column pad.note.text: new comment.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
COMMENT ON COLUMN pad.note.text IS 'as typed';

-- Comment on composite type place: new comment.
COMMENT ON TYPE place IS 'somewhere';

-- Comment on domain code: new comment.
COMMENT ON DOMAIN code IS 'a short name';

-- Comment on enum mood: new comment.
COMMENT ON TYPE mood IS 'how it was';

-- Comment on policy "all of them" ON pad.note: new comment.
COMMENT ON POLICY "all of them" ON pad.note IS 'it''s open';

-- Comment on routine keep(): new comment.
COMMENT ON ROUTINE keep() IS 'keeps all rows';

-- Comment on schema pad: new comment.
COMMENT ON SCHEMA pad IS 'of paper';

-- Comment on sequence later: new comment.
COMMENT ON SEQUENCE later IS 'for later';

-- Comment on table pad.note: new comment.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
COMMENT ON TABLE pad.note IS 'What somebody wrote';

-- Comment on view counts: new comment.
-- Lock: SHARE UPDATE EXCLUSIVE on counts, for a moment.
COMMENT ON VIEW counts IS 'how many there are';

-- varve:step transaction

-- Comment on constraint note_pkey ON pad.note: new comment.
COMMENT ON CONSTRAINT note_pkey ON pad.note IS 'by number';

-- Comment on index note_text_idx ON pad.note: new comment.
COMMENT ON INDEX pad.note_text_idx IS 'for the list, newest first';
