-- U1__create_cards
--
-- The way back from V1__create_cards.
-- Drops table cards with its rows.
-- Drops enum state.
--
-- Data lost: all rows of cards.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_cards.json has its checksum.

-- Card: dropped, with its rows.
DROP TABLE IF EXISTS cards;

-- State: no column has this enum any more.
DROP TYPE IF EXISTS state;
