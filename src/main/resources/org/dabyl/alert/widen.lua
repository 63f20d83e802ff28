#!lua
-- Notes that a ring of an open alert is called, and plans its call, the boards and the reminder of its silent.
-- KEYS[1] hash       alert
-- KEYS[2] sorted set due steps
-- ARGV[1] text       alert id
-- ARGV[2] number     number of the ring
-- ARGV[3] number     now, ms
-- ARGV[4] number     number of the outermost ring there is
-- Returns 1 where this call noted it, 0 where this ring or one farther out is called already, or the alert is over.
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return 0 end
for n = tonumber(ARGV[2]), tonumber(ARGV[4]) do
  if redis.call('HEXISTS', KEYS[1], 'ring-' .. n) == 1 then return 0 end
end
redis.call('HSET', KEYS[1], 'ring-' .. ARGV[2], ARGV[3])
redis.call('HDEL', KEYS[1], 'people')
local ring = ARGV[1] .. '.' .. ARGV[2]
redis.call('ZADD', KEYS[2], 'LT', ARGV[3], 'ring|' .. ring, ARGV[3], 'board|' .. ARGV[1], ARGV[3], 'remind|' .. ring)
return 1
