UPDATE deck SET title = 'untitled' WHERE title = '';
