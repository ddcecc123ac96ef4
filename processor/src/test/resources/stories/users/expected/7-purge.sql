-- V7__purge_users_display_name
--
-- Deletes the values of users.display_name, which were parked.
--
-- Data lost: the values of users.display_name.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V7__purge_users_display_name.json has its checksum.

-- users.display_name: deleted for ever; it was parked.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
ALTER TABLE IF EXISTS people
  DROP COLUMN IF EXISTS varve_parked_ce22a036_display_name;
