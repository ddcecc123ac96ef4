-- U1__create_booking_and_create_room
--
-- The way back from V1__create_booking_and_create_room.
-- Drops constraint booking_follows_fkey of booking.
-- Drops constraint booking_site_room_fkey of booking.
-- Drops constraint booking_guest of booking.
-- Drops table booking with its rows.
-- Drops table room with its rows.
--
-- Data lost: all rows of booking; all rows of room.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_booking_and_create_room.json has its checksum.

-- Booking.follows: no reference to booking any more.
-- Lock: ACCESS EXCLUSIVE on booking, for a moment.
ALTER TABLE IF EXISTS booking
  DROP CONSTRAINT IF EXISTS booking_follows_fkey;

-- Booking.site, Booking.room: no reference to room any more.
-- Lock: ACCESS EXCLUSIVE on booking, room, for a moment.
ALTER TABLE IF EXISTS booking
  DROP CONSTRAINT IF EXISTS booking_site_room_fkey;

-- Booking.guestSite, Booking.guestRoom: no reference to room any more.
-- Lock: ACCESS EXCLUSIVE on booking, room, for a moment.
ALTER TABLE IF EXISTS booking
  DROP CONSTRAINT IF EXISTS booking_guest;

-- Booking: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on booking, for a moment.
DROP TABLE IF EXISTS booking;

-- Room: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on room, for a moment.
DROP TABLE IF EXISTS room;
