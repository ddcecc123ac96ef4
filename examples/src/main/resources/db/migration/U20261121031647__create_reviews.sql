-- U20261121031647__create_reviews
--
-- The way back from V20261121031647__create_reviews.
-- Drops constraint card_schedules_user_id_fkey of card_schedules.
-- Drops constraint card_schedules_card_id_fkey of card_schedules.
-- Drops constraint reviews_user_id_fkey of reviews.
-- Drops constraint reviews_card_id_fkey of reviews.
-- Drops table card_schedules with its rows.
-- Drops table reviews with its rows.
-- Drops enum rating.
--
-- Data lost: all rows of card_schedules; all rows of reviews.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031647__create_reviews.json has its checksum.

-- CardSchedule.userId: no reference to users any more.
ALTER TABLE IF EXISTS card_schedules
  DROP CONSTRAINT IF EXISTS card_schedules_user_id_fkey;

-- CardSchedule.cardId: no reference to cards any more.
ALTER TABLE IF EXISTS card_schedules
  DROP CONSTRAINT IF EXISTS card_schedules_card_id_fkey;

-- Review.userId: no reference to users any more.
ALTER TABLE IF EXISTS reviews
  DROP CONSTRAINT IF EXISTS reviews_user_id_fkey;

-- Review.cardId: no reference to cards any more.
ALTER TABLE IF EXISTS reviews
  DROP CONSTRAINT IF EXISTS reviews_card_id_fkey;

-- CardSchedule: dropped, with its rows.
DROP TABLE IF EXISTS card_schedules;

-- Review: dropped, with its rows.
DROP TABLE IF EXISTS reviews;

-- Rating: no column has this enum any more.
DROP TYPE IF EXISTS rating;
