#!lua
-- Turns a draft into an open alert and plans its launch, its boards and the look for who comes, in one step.
-- KEYS[1] string     draft: author|district|sealed plan
-- KEYS[2] hash       alert
-- KEYS[3] sorted set open alerts
-- KEYS[4] number     how many alerts there were
-- KEYS[5] sorted set due steps
-- KEYS[6] set        drafts of the author
-- ARGV[1] text       alert id
-- ARGV[2] number     now, ms
-- ARGV[3] number     the latest time by the clock of Redis, ms
-- ARGV[4] text       the author of a draft that is the residents'
-- ARGV[5] number     when to look whether it is forgotten, ms
-- Returns 1 where this call opened it.
local clock = redis.call('TIME')
if clock[1] * 1000 + clock[2] / 1000 > tonumber(ARGV[3]) then return 0 end
local draft = redis.call('GET', KEYS[1])
if not draft or redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
local author, district, plan = string.match(draft, '^([^|]*)|([^|]*)|(.*)$')
local number = redis.call('INCR', KEYS[4])
redis.call('HSET', KEYS[2], 'number', number, 'district', district, 'plan', plan, 'state', 'open', 'openedAt', ARGV[2])
if author == ARGV[4] then redis.call('HSET', KEYS[2], 'origin', 'residents') end
redis.call('ZADD', KEYS[3], ARGV[2], ARGV[1])
redis.call('ZADD', KEYS[5], 'LT', ARGV[2], 'post|' .. ARGV[1] .. '.card', ARGV[2], 'launch|' .. ARGV[1], ARGV[2],
  'board|' .. ARGV[1], ARGV[2], 'turnout|' .. ARGV[1], ARGV[2], 'remind|' .. ARGV[1] .. '.0', ARGV[5], 'forgotten|' .. ARGV[1])
redis.call('DEL', KEYS[1])
redis.call('SREM', KEYS[6], ARGV[1])
return 1
