UPDATE deck
SET title = 'untitled;
