-- U20261121031816__create_gamification_and_analytics
--
-- The way back from V20261121031816__create_gamification_and_analytics.
-- Drops constraint card_statistics_card_id_fkey of card_statistics.
-- Drops constraint daily_activities_user_id_fkey of daily_activities.
-- Drops constraint earned_achievements_user_id_fkey of earned_achievements.
-- Drops constraint earned_achievements_achievement_id_fkey of earned_achievements.
-- Drops constraint events_user_id_fkey of events.
-- Drops constraint streaks_user_id_fkey of streaks.
-- Drops constraint weekly_scores_user_id_fkey of weekly_scores.
-- Drops table achievements with its rows.
-- Drops table card_statistics with its rows.
-- Drops table daily_activities with its rows.
-- Drops table earned_achievements with its rows.
-- Drops table events with its rows.
-- Drops table streaks with its rows.
-- Drops table weekly_scores with its rows.
--
-- Data lost: all rows of achievements; all rows of card_statistics; all rows of daily_activities; all rows of earned_achievements; all rows of events; all rows of streaks; all rows of weekly_scores.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031816__create_gamification_and_analytics.json has its checksum.

-- CardStatistic.cardId: no reference to cards any more.
ALTER TABLE IF EXISTS card_statistics
  DROP CONSTRAINT IF EXISTS card_statistics_card_id_fkey;

-- DailyActivity.userId: no reference to users any more.
ALTER TABLE IF EXISTS daily_activities
  DROP CONSTRAINT IF EXISTS daily_activities_user_id_fkey;

-- EarnedAchievement.userId: no reference to users any more.
ALTER TABLE IF EXISTS earned_achievements
  DROP CONSTRAINT IF EXISTS earned_achievements_user_id_fkey;

-- EarnedAchievement.achievementId: no reference to achievements any more.
ALTER TABLE IF EXISTS earned_achievements
  DROP CONSTRAINT IF EXISTS earned_achievements_achievement_id_fkey;

-- Event.userId: no reference to users any more.
ALTER TABLE IF EXISTS events
  DROP CONSTRAINT IF EXISTS events_user_id_fkey;

-- Streak.userId: no reference to users any more.
ALTER TABLE IF EXISTS streaks
  DROP CONSTRAINT IF EXISTS streaks_user_id_fkey;

-- WeeklyScore.userId: no reference to users any more.
ALTER TABLE IF EXISTS weekly_scores
  DROP CONSTRAINT IF EXISTS weekly_scores_user_id_fkey;

-- Achievement: dropped, with its rows.
DROP TABLE IF EXISTS achievements;

-- CardStatistic: dropped, with its rows.
DROP TABLE IF EXISTS card_statistics;

-- DailyActivity: dropped, with its rows.
DROP TABLE IF EXISTS daily_activities;

-- EarnedAchievement: dropped, with its rows.
DROP TABLE IF EXISTS earned_achievements;

-- Event: dropped, with its rows.
DROP TABLE IF EXISTS events;

-- Streak: dropped, with its rows.
DROP TABLE IF EXISTS streaks;

-- WeeklyScore: dropped, with its rows.
DROP TABLE IF EXISTS weekly_scores;
