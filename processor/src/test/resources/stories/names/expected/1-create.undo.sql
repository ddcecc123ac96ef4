-- U1__create_swaps
--
-- The way back from V1__create_swaps.
-- Drops table swaps with its rows.
--
-- Data lost: all rows of swaps.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_swaps.json has its checksum.

-- Swap: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on swaps, for a moment.
DROP TABLE IF EXISTS swaps;
