-- varve:declares deck.cards
ALTER TABLE deck ADD COLUMN IF NOT EXISTS cards int;
