-- U1__create_label_and_create_ticket
--
-- The way back from V1__create_label_and_create_ticket.
-- Drops table label with its rows.
-- Drops table ticket with its rows.
-- Drops enum kind.
-- Drops enum status.
--
-- Data lost: all rows of label; all rows of ticket.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_label_and_create_ticket.json has its checksum.

-- Label: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on label, for a moment.
DROP TABLE IF EXISTS label;

-- Ticket: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on ticket, for a moment.
DROP TABLE IF EXISTS ticket;

-- Kind: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS kind;

-- Status: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS status;
