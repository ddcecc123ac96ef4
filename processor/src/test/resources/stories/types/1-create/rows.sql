INSERT INTO visit (id, network, device, country, at, stay, flags, spent, document, distance, place,
  pauses, email, other, attributes, paths, embedding, shape, mood, moods)
VALUES
  (1, '10.0.0.0/8', '08:00:2b:01:02:03', 'nl', '2026-01-01 12:00:00.123Z', '1 day 00:00:01.5',
   '101', 12.50, '{"a": [1]}', 1200, '(1,2)', '{"1 year","-3 days"}', 'Ada@example.org',
   'ada@example.org', 'a=>1', '{top.low}', '{1,2}', 'POINT(1 2)', 'CALM', '{CALM,NULL}');
