-- V2__rename_answer_to_varve_spare_in_swaps_and_2_more
--
-- Renames column swaps.answer to varve_spare.
-- Renames column swaps.question to answer.
-- Renames column swaps.varve_spare to question.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_answer_to_varve_spare_in_swaps_and_2_more.json has its checksum.

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: ACCESS EXCLUSIVE on swaps, for a moment.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
BEGIN
  IF NOT EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_answer_to_varve_spare_in_swaps_and_2_more_c619d37f') THEN
    -- swaps.varve_spare: renamed from answer.
    ALTER TABLE swaps
      RENAME COLUMN answer TO varve_spare;
    -- Swap.answer: renamed from question.
    ALTER TABLE swaps
      RENAME COLUMN question TO answer;
    -- Swap.question: renamed from varve_spare.
    ALTER TABLE swaps
      RENAME COLUMN varve_spare TO question;
    INSERT INTO varve_marks VALUES ('rename_answer_to_varve_spare_in_swaps_and_2_more_c619d37f');
  END IF;
END
$varve$;
