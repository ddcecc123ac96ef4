INSERT INTO page VALUES (1, 'Home', 'top', 'a=>1'), (2, 'News', 'top.news', NULL);
