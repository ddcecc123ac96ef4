-- U20261121031711__create_groups
--
-- The way back from V20261121031711__create_groups.
-- Drops constraint comments_group_id_fkey of comments.
-- Drops constraint comments_author_id_fkey of comments.
-- Drops constraint comments_parent_id_fkey of comments.
-- Drops constraint group_decks_group_id_fkey of group_decks.
-- Drops constraint group_decks_deck_id_fkey of group_decks.
-- Drops constraint group_decks_shared_by_fkey of group_decks.
-- Drops constraint memberships_group_id_fkey of memberships.
-- Drops constraint memberships_user_id_fkey of memberships.
-- Drops table comments with its rows.
-- Drops table group_decks with its rows.
-- Drops table memberships with its rows.
-- Drops table study_groups with its rows.
-- Drops enum member_role.
--
-- Data lost: all rows of comments; all rows of group_decks; all rows of memberships; all rows of study_groups.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031711__create_groups.json has its checksum.

-- Comment.groupId: no reference to study_groups any more.
ALTER TABLE IF EXISTS comments
  DROP CONSTRAINT IF EXISTS comments_group_id_fkey;

-- Comment.authorId: no reference to users any more.
ALTER TABLE IF EXISTS comments
  DROP CONSTRAINT IF EXISTS comments_author_id_fkey;

-- Comment.parentId: no reference to comments any more.
ALTER TABLE IF EXISTS comments
  DROP CONSTRAINT IF EXISTS comments_parent_id_fkey;

-- GroupDeck.groupId: no reference to study_groups any more.
ALTER TABLE IF EXISTS group_decks
  DROP CONSTRAINT IF EXISTS group_decks_group_id_fkey;

-- GroupDeck.deckId: no reference to decks any more.
ALTER TABLE IF EXISTS group_decks
  DROP CONSTRAINT IF EXISTS group_decks_deck_id_fkey;

-- GroupDeck.sharedBy: no reference to users any more.
ALTER TABLE IF EXISTS group_decks
  DROP CONSTRAINT IF EXISTS group_decks_shared_by_fkey;

-- Membership.groupId: no reference to study_groups any more.
ALTER TABLE IF EXISTS memberships
  DROP CONSTRAINT IF EXISTS memberships_group_id_fkey;

-- Membership.userId: no reference to users any more.
ALTER TABLE IF EXISTS memberships
  DROP CONSTRAINT IF EXISTS memberships_user_id_fkey;

-- Comment: dropped, with its rows.
DROP TABLE IF EXISTS comments;

-- GroupDeck: dropped, with its rows.
DROP TABLE IF EXISTS group_decks;

-- Membership: dropped, with its rows.
DROP TABLE IF EXISTS memberships;

-- StudyGroup: dropped, with its rows.
DROP TABLE IF EXISTS study_groups;

-- MemberRole: no column has this enum any more.
DROP TYPE IF EXISTS member_role;
