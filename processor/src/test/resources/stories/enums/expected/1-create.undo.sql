-- U1__create_tasks
--
-- The way back from V1__create_tasks.
-- Drops table tasks with its rows.
-- Drops enum mood.
--
-- Data lost: all rows of tasks.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_tasks.json has its checksum.

-- Task: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
DROP TABLE IF EXISTS tasks;

-- Mood: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS mood;
