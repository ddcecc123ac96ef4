UPDATE cards SET state = 'DUE' WHERE state = 'NEW';
