-- varve-allow SCRIPT: the case is about another fault.
UPDATE deck SET title = 1;
