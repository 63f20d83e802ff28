#!lua
-- Prolongs the lease of a step that still runs, unless it was lost to another claim meanwhile.
-- KEYS[1] sorted set  leased: member by end of lease, ms of Redis
-- ARGV[1] text        member, kind|subject
-- ARGV[2] integer     end of the lease, ms
-- ARGV[3] integer     length of the lease from now on, ms
-- returns its new end, ms of Redis, where it was still held; else 0
if tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or -1) ~= tonumber(ARGV[2]) then
  return 0
end
local clock = redis.call('TIME')
local ends = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000) + tonumber(ARGV[3])
redis.call('ZADD', KEYS[1], ends, ARGV[1])
return ends
