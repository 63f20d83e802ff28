#!lua
-- Takes acts that have outlived their time from the beginning of the log, and notes up to where.
-- KEYS[1] list   acts, the oldest first
-- KEYS[2] hash   ends: base -> number|mark of the newest act that was taken away
-- ARGV[1] number how many
-- ARGV[2] text   the last of them
-- ARGV[3] text   the new base
-- Returns 1 where they were taken away, 0 where the log begins otherwise by now.
if redis.call('LINDEX', KEYS[1], tonumber(ARGV[1]) - 1) ~= ARGV[2] then return 0 end
redis.call('LTRIM', KEYS[1], ARGV[1], -1)
redis.call('HSET', KEYS[2], 'base', ARGV[3])
return 1
