#!lua flags=allow-oom
-- Adds an act to the log, where it still ends as its writer saw it, and plans that the others are told.
-- KEYS[1] list   acts, the oldest first
-- KEYS[2] hash   ends: head -> number|mark of the newest act
-- KEYS[3] string once: that this act is noted
-- KEYS[4] zset   due steps by ms
-- ARGV[1] text   the head that the writer saw; empty for none
-- ARGV[2] text   the new head
-- ARGV[3] text   the act
-- ARGV[4] ms     how long it is known that it was noted
-- ARGV[5] text   member of the step that tells
-- ARGV[6] ms     when that is due at the latest
-- Returns 1 where it was added, 0 where the log ends otherwise by now, 2 where it was noted before.
if redis.call('EXISTS', KEYS[3]) == 1 then return 2 end
if (redis.call('HGET', KEYS[2], 'head') or '') ~= ARGV[1] then return 0 end
redis.call('RPUSH', KEYS[1], ARGV[3])
redis.call('HSET', KEYS[2], 'head', ARGV[2])
redis.call('SET', KEYS[3], 1, 'PX', ARGV[4])
redis.call('ZADD', KEYS[4], 'LT', ARGV[6], ARGV[5])
return 1
