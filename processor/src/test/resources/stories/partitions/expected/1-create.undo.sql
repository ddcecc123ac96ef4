-- U1__create_account_and_create_event_and_2_more
--
-- The way back from V1__create_account_and_create_event_and_2_more.
-- Drops table account with its rows.
-- Drops table event with its rows.
-- Drops table login with its rows.
-- Drops table visit with its rows.
--
-- Data lost: all rows of account; all rows of event; all rows of login; all rows of visit.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_account_and_create_event_and_2_more.json has its checksum.

-- Account: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on account, for a moment.
DROP TABLE IF EXISTS account;

-- Event: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DROP TABLE IF EXISTS event;

-- Login: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on login, for a moment.
DROP TABLE IF EXISTS login;

-- Visit: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DROP TABLE IF EXISTS visit;
