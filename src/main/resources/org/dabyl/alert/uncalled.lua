#!lua
-- Counts those whom more districts would call, the muted left out.
-- KEYS[1]  set        scratch, gone afterwards
-- KEYS[2]  sorted set muted, by the end of the mute, ms
-- KEYS[3]  set        those called
-- KEYS[4…] sets       the new districts, then those that are called: their call may be on its way
-- ARGV[1]  number     now, ms
-- ARGV[2]  number     how many new districts
-- Returns how many.
local more = tonumber(ARGV[2])
redis.call('SUNIONSTORE', KEYS[1], unpack(KEYS, 4, 3 + more))
redis.call('SDIFFSTORE', KEYS[1], KEYS[1], KEYS[3], unpack(KEYS, 4 + more))
local muted = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. ARGV[1], '+inf')
for i = 1, #muted, 1000 do
  redis.call('SREM', KEYS[1], unpack(muted, i, math.min(i + 999, #muted)))
end
local people = redis.call('SCARD', KEYS[1])
redis.call('DEL', KEYS[1])
return people
