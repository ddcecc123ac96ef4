UPDATE deck SET title = 1;
