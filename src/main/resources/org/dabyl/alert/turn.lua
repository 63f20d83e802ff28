#!lua
-- Makes an open alert a call, once: changes its plan, and plans what is told, the boards and the reminder of the silent.
-- KEYS[1] hash       alert
-- KEYS[2] sorted set due steps
-- ARGV[1] text       the plan that was read, sealed
-- ARGV[2] text       the plan that it shall be, sealed
-- ARGV[3] text       alert id
-- ARGV[4] number     now, ms
-- Returns 1 where this call made it one, 0 where the alert is over or was made one before, 2 where its plan changed in between.
local state, plan, called = unpack(redis.call('HMGET', KEYS[1], 'state', 'plan', 'calledAt'))
if state ~= 'open' or called then return 0 end
if plan ~= ARGV[1] then return 2 end
redis.call('HSET', KEYS[1], 'plan', ARGV[2], 'calledAt', ARGV[4])
redis.call('ZADD', KEYS[2], 'LT', ARGV[4], 'call|' .. ARGV[3], ARGV[4], 'post|' .. ARGV[3] .. '.call',
  ARGV[4], 'board|' .. ARGV[3], ARGV[4], 'turnout|' .. ARGV[3], ARGV[4], 'remind|' .. ARGV[3] .. '.0')
return 1
