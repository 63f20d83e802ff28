#!lua
-- Notes that those who were told to stand by are called again, and plans the call and the boards.
-- KEYS[1] hash       alert
-- KEYS[2] sorted set due steps
-- ARGV[1] text       alert id
-- ARGV[2] number     how often they were called again before
-- ARGV[3] number     now, ms
-- ARGV[4] text       the name by which they were told to stand by
-- Returns 1 where this call noted it, 0 where they are called by now, were not told to stand by, or the alert is over.
local state, asks, recalled = unpack(redis.call('HMGET', KEYS[1], 'state', 'asks', 'recalled'))
if state ~= 'open' or tonumber(recalled or 0) ~= tonumber(ARGV[2]) then return 0 end
if not string.find(',' .. (asks or '') .. ',', ',' .. ARGV[4] .. ',', 1, true) then return 0 end
redis.call('HSET', KEYS[1], 'recalled', tonumber(ARGV[2]) + 1)
redis.call('HDEL', KEYS[1], 'decided')
redis.call('ZADD', KEYS[2], 'LT', ARGV[3], 'recall|' .. ARGV[1] .. '.' .. ARGV[2], ARGV[3], 'board|' .. ARGV[1])
return 1
