INSERT INTO event (day, kind, account, tag) VALUES ('2027-05-05', 'd', 1, 'd');
INSERT INTO remark SELECT id, id, day FROM event WHERE kind = 'd';
INSERT INTO visit VALUES (3, 'DE');
