-- V20261121031909__add_group_to_visibility
--
-- Adds value GROUP to enum visibility.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V20261121031909__add_group_to_visibility.json has its checksum.

-- Visibility: new value GROUP.
ALTER TYPE visibility
  ADD VALUE IF NOT EXISTS 'GROUP' BEFORE 'LINK';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'visibility'::regtype
  ) <> ARRAY['PRIVATE', 'GROUP', 'LINK', 'PUBLIC']::text[] THEN
    RAISE EXCEPTION 'Enum visibility exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;
