#!lua
-- Notes that an organiser answers for an alert that residents raised, and plans that everyone is told.
-- KEYS[1] hash       alert
-- KEYS[2] sorted set due steps
-- ARGV[1] text       alert id
-- ARGV[2] number     now, ms
-- Returns 1 where this call confirmed it.
local alert = redis.call('HMGET', KEYS[1], 'state', 'origin')
if alert[1] ~= 'open' or alert[2] ~= 'residents' then return 0 end
redis.call('HSET', KEYS[1], 'origin', 'confirmed')
redis.call('ZADD', KEYS[2], 'LT', ARGV[2], 'confirmed|' .. ARGV[1], ARGV[2], 'board|' .. ARGV[1])
return 1
