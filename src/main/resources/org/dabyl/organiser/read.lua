#!lua flags=allow-oom
-- Notes up to where an organiser was told; of who has stepped down meanwhile nothing is kept.
-- KEYS[1] hash   up to where each was told of acts
-- KEYS[2] hash   organisers
-- ARGV[1] text   sealed chat
-- ARGV[2] number place in the log
-- Returns 1 where it was noted.
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
