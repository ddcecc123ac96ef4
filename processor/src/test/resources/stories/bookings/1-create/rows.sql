INSERT INTO room (number, site, position, title, floor, tags)
SELECT n, 'main', n, 'Room ' || n, n % 5, ARRAY['a', 'b'] FROM generate_series(1, 20) AS n;
INSERT INTO booking (id, room, site, begins, ends, follows, code)
SELECT n, n, 'main', timestamptz '2026-01-01Z' + n * interval '1 day',
  timestamptz '2026-01-02Z' + n * interval '1 day', nullif(n - 1, 0), 'c' || n
FROM generate_series(1, 20) AS n;
