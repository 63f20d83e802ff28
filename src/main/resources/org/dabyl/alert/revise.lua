#!lua
-- Changes the plan of an open alert.
-- KEYS[1] hash       alert
-- ARGV[1] text       the plan that was read, sealed
-- ARGV[2] text       the plan that it shall be, sealed
-- Returns 1 where it was changed, 0 where the alert is over, 2 where another change came in between.
local state, plan = unpack(redis.call('HMGET', KEYS[1], 'state', 'plan'))
if state ~= 'open' then return 0 end
if plan ~= ARGV[1] then return 2 end
redis.call('HSET', KEYS[1], 'plan', ARGV[2])
return 1
