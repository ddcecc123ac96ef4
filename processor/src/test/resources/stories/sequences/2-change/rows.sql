INSERT INTO invoice (text) VALUES ('three');
