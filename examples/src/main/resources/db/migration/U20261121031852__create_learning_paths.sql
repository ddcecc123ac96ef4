-- U20261121031852__create_learning_paths
--
-- The way back from V20261121031852__create_learning_paths.
-- Drops constraint enrollments_path_id_fkey of enrollments.
-- Drops constraint enrollments_user_id_fkey of enrollments.
-- Drops constraint enrollments_current_step_id_fkey of enrollments.
-- Drops constraint learning_paths_author_id_fkey of learning_paths.
-- Drops constraint path_steps_path_id_fkey of path_steps.
-- Drops constraint path_steps_deck_id_fkey of path_steps.
-- Drops constraint path_steps_after_step_id_fkey of path_steps.
-- Drops table enrollments with its rows.
-- Drops table learning_paths with its rows.
-- Drops table path_steps with its rows.
-- Drops enum path_level.
--
-- Data lost: all rows of enrollments; all rows of learning_paths; all rows of path_steps.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031852__create_learning_paths.json has its checksum.

-- Enrollment.pathId: no reference to learning_paths any more.
ALTER TABLE IF EXISTS enrollments
  DROP CONSTRAINT IF EXISTS enrollments_path_id_fkey;

-- Enrollment.userId: no reference to users any more.
ALTER TABLE IF EXISTS enrollments
  DROP CONSTRAINT IF EXISTS enrollments_user_id_fkey;

-- Enrollment.currentStepId: no reference to path_steps any more.
ALTER TABLE IF EXISTS enrollments
  DROP CONSTRAINT IF EXISTS enrollments_current_step_id_fkey;

-- LearningPath.authorId: no reference to users any more.
ALTER TABLE IF EXISTS learning_paths
  DROP CONSTRAINT IF EXISTS learning_paths_author_id_fkey;

-- PathStep.pathId: no reference to learning_paths any more.
ALTER TABLE IF EXISTS path_steps
  DROP CONSTRAINT IF EXISTS path_steps_path_id_fkey;

-- PathStep.deckId: no reference to decks any more.
ALTER TABLE IF EXISTS path_steps
  DROP CONSTRAINT IF EXISTS path_steps_deck_id_fkey;

-- PathStep.afterStepId: no reference to path_steps any more.
ALTER TABLE IF EXISTS path_steps
  DROP CONSTRAINT IF EXISTS path_steps_after_step_id_fkey;

-- Enrollment: dropped, with its rows.
DROP TABLE IF EXISTS enrollments;

-- LearningPath: dropped, with its rows.
DROP TABLE IF EXISTS learning_paths;

-- PathStep: dropped, with its rows.
DROP TABLE IF EXISTS path_steps;

-- PathLevel: no column has this enum any more.
DROP TYPE IF EXISTS path_level;
