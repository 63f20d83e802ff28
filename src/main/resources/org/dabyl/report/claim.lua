#!lua
-- Decides which of several alerts is the event's: the first. A claim whose alert was not raised lapses.
-- KEYS[1] hash       event
-- ARGV[1] text       alert
-- ARGV[2] number     now, ms
-- ARGV[3] number     after how long a claim lapses, ms
-- ARGV[4] number     1 where nobody answers for it: an answer of an organiser goes first
-- Returns the event's alert; empty where it is to have none.
local event = redis.call('HMGET', KEYS[1], 'state', 'alert', 'claimedAt', 'heldUntil')
local now = tonumber(ARGV[2])
if event[1] ~= 'open' then return event[2] or '' end
if event[2] and event[2] ~= ARGV[1] and now - tonumber(event[3]) < tonumber(ARGV[3]) then return event[2] end
if ARGV[4] == '1' and event[4] and tonumber(event[4]) > now then return '' end
redis.call('HSET', KEYS[1], 'alert', ARGV[1], 'claimedAt', now)
return ARGV[1]
