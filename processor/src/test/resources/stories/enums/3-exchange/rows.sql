UPDATE tasks SET best = 'MEDIUM' WHERE best = 'NORMAL';
UPDATE tasks SET mood = 'LOW' WHERE mood = 'NORMAL';
