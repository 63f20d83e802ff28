#!lua
-- Notes that an organiser answered: the quorum waits.
-- KEYS[1] hash       event
-- KEYS[2] sorted set due steps
-- ARGV[1] text       event
-- ARGV[2] number     now, ms
-- ARGV[3] number     until when the quorum waits, ms
-- Returns 1 where the event is open.
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return 0 end
redis.call('HSET', KEYS[1], 'answeredAt', ARGV[2], 'heldUntil', ARGV[3])
redis.call('ZADD', KEYS[2], 'LT', ARGV[2], 'report|' .. ARGV[1], ARGV[3], 'quorum|' .. ARGV[1])
return 1
