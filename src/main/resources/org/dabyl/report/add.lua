#!lua
-- Adds something to a report; who left in between does not come back by it.
-- KEYS[1] hash       the event's reports
-- KEYS[2] sorted set due steps
-- ARGV[1] text       sealed chat of the reporter
-- ARGV[2] text       what is added: words, place or photo
-- ARGV[3] text       that, sealed
-- ARGV[4] text       event
-- ARGV[5] number     when the cards are brought up to date, ms
-- Returns 1 where it was added.
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1] .. ':' .. ARGV[2], ARGV[3])
redis.call('ZADD', KEYS[2], 'LT', ARGV[5], 'report|' .. ARGV[4])
return 1
