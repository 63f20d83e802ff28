#!lua flags=allow-oom
-- Claims due steps that run nowhere. Those whose lease is over are due again first.
-- KEYS[1] sorted set  due: member by ms
-- KEYS[2] sorted set  leased: member by end of lease, ms
-- ARGV[1] integer     now, ms
-- ARGV[2] integer     length of the lease, ms
-- ARGV[3] integer     how many at most
-- returns the members, the longest due first
local now = tonumber(ARGV[1])
for _, member in ipairs(redis.call('ZRANGE', KEYS[2], '-inf', now, 'BYSCORE')) do
  redis.call('ZADD', KEYS[1], 'LT', redis.call('ZSCORE', KEYS[2], member), member)
  redis.call('ZREM', KEYS[2], member)
end

-- due ones that still run are passed over, so look at that many more
local look = tonumber(ARGV[3]) + redis.call('ZCARD', KEYS[2])
local claimed = {}
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], '-inf', now, 'BYSCORE', 'LIMIT', 0, look)) do
  if #claimed < tonumber(ARGV[3]) and not redis.call('ZSCORE', KEYS[2], member) then
    redis.call('ZREM', KEYS[1], member)
    redis.call('ZADD', KEYS[2], now + tonumber(ARGV[2]), member)
    claimed[#claimed + 1] = member
  end
end
return claimed
