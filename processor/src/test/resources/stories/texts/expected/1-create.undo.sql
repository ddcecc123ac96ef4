-- U1__create_deck
--
-- The way back from V1__create_deck.
-- Drops table deck with its rows.
--
-- Data lost: all rows of deck.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_deck.json has its checksum.

-- Deck: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on deck, for a moment.
DROP TABLE IF EXISTS deck;
