CREATE TABLE "group members" (
  group_id uuid NOT NULL,
  user_id uuid NOT NULL,
  seat integer NOT NULL,
  row text NOT NULL,
  badge text,
  PRIMARY KEY (group_id, user_id),
  UNIQUE (group_id, seat, row),
  UNIQUE (badge)
);
CREATE TABLE "1st""note" (id bigint PRIMARY KEY, "sel""ect" text NOT NULL);
