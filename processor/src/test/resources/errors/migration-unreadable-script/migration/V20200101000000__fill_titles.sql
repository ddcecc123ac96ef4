-- Titles for those that have none.

UPDATE deck SET title = 'untitled' WHERE title = '';
COMMIT;
