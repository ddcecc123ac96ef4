INSERT INTO swaps (question, answer) VALUES ('4', '2 + 2'), ('9', '3 * 3');
