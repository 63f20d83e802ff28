#!lua flags=allow-oom
-- Has a step tried again later, unless its lease was lost to another claim meanwhile.
-- KEYS[1] sorted set  due: member by ms
-- KEYS[2] sorted set  leased: member by end of lease, ms of Redis
-- KEYS[3] hash        tries: member to how often it failed
-- ARGV[1] text        member, kind|subject
-- ARGV[2] integer     end of the lease, ms
-- ARGV[3] integer     now, ms of the caller
-- ARGV[4] integer     how long to wait after the first failure, ms; at most twelve times that
-- returns 1 where the lease was still held
if tonumber(redis.call('ZSCORE', KEYS[2], ARGV[1]) or -1) ~= tonumber(ARGV[2]) then
  return 0
end
local tries = redis.call('HINCRBY', KEYS[3], ARGV[1], 1)
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZADD', KEYS[1], 'LT', tonumber(ARGV[3]) + math.min(tries, 12) * tonumber(ARGV[4]), ARGV[1])
return 1
