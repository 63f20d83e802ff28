#!lua flags=allow-oom
-- Claims due steps that run nowhere. Those whose lease is over are due again first. Leases go by the clock of Redis, which all
-- instances share; only what is due goes by the caller's.
-- KEYS[1] sorted set  due: member by ms
-- KEYS[2] sorted set  leased: member by end of lease, ms of Redis
-- KEYS[3] string      there while the program is locked: nothing is claimed
-- ARGV[1] integer     now, ms of the caller
-- ARGV[2] integer     length of the lease, ms
-- ARGV[3] integer     how many at most
-- returns the end of the leases, ms of Redis; then the members, the longest due first
local due = tonumber(ARGV[1])
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
local ends = now + tonumber(ARGV[2])
if redis.call('EXISTS', KEYS[3]) == 1 then return {ends} end
for _, member in ipairs(redis.call('ZRANGE', KEYS[2], '-inf', now, 'BYSCORE')) do
  redis.call('ZADD', KEYS[1], 'LT', due, member)
  redis.call('ZREM', KEYS[2], member)
end

-- due ones that still run are passed over, so look at that many more
local look = tonumber(ARGV[3]) + redis.call('ZCARD', KEYS[2])
local claimed = {ends}
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], '-inf', due, 'BYSCORE', 'LIMIT', 0, look)) do
  if #claimed <= tonumber(ARGV[3]) and not redis.call('ZSCORE', KEYS[2], member) then
    redis.call('ZREM', KEYS[1], member)
    redis.call('ZADD', KEYS[2], ends, member)
    claimed[#claimed + 1] = member
  end
end
return claimed
