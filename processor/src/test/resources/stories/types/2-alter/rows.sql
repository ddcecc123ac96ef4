INSERT INTO visit (id, network, device, country, at, stay, flags, spent, document, distance, pages,
  pauses, email, paths, mood, moods)
VALUES
  (2, '::1', '08:00:2b:01:02:03:04:05', 'nld', '2026-01-01 12:00:00.123456Z', '1 year', '1010', 12.555,
   '{"a":  1}', 1.5, 'empty', '{}', 'ADA@example.org', '{}', 'EAGER', '{EAGER}');
