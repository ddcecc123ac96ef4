INSERT INTO invoice (text) VALUES ('one'), ('two');
SELECT nextval('desk.tickets');
