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
-- Lock: ACCESS EXCLUSIVE on cards, for a moment.
DROP TABLE IF EXISTS cards;

-- State: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS state;
