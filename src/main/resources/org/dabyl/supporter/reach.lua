#!lua
-- Counts the members of a union of district sets, the muted left out.
-- KEYS[1] set        scratch, gone afterwards
-- KEYS[2] sorted set muted
-- KEYS[3…] sets      districts
-- ARGV[1] number     now, ms
redis.call('SUNIONSTORE', KEYS[1], unpack(KEYS, 3))
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[1])
local muted = redis.call('ZRANGE', KEYS[2], 0, -1)
for i = 1, #muted, 1000 do
  redis.call('SREM', KEYS[1], unpack(muted, i, math.min(i + 999, #muted)))
end
local people = redis.call('SCARD', KEYS[1])
redis.call('DEL', KEYS[1])
return people
