#!lua
-- Decides what becomes of an event, once, and plans that its reporters are told and its cards say so.
-- KEYS[1] hash       event
-- KEYS[2] sorted set due steps
-- ARGV[1] text       event
-- ARGV[2] text       the state it must be in
-- ARGV[3] text       the state it comes to
-- ARGV[4] text       its alert; empty for none
-- ARGV[5] number     now, ms
-- ARGV[6] number     after how long a claim lapses, ms
-- Returns 1 where this call decided it.
local event = redis.call('HMGET', KEYS[1], 'state', 'alert', 'claimedAt')
if event[1] ~= ARGV[2] then return 0 end
local claimed = event[1] == 'open' and event[2] and tonumber(ARGV[5]) - tonumber(event[3]) < tonumber(ARGV[6])
-- its alert is being raised at this moment
if claimed and event[2] ~= ARGV[4] then return 0 end
redis.call('HSET', KEYS[1], 'state', ARGV[3])
if ARGV[4] ~= '' then redis.call('HSET', KEYS[1], 'alert', ARGV[4]) end
redis.call('ZADD', KEYS[2], 'LT', ARGV[5], 'told|' .. ARGV[1], ARGV[5], 'report|' .. ARGV[1])
return 1
