#!lua
-- Prolongs the lease of a step that still runs, unless it was lost to another claim meanwhile.
-- KEYS[1] sorted set  leased: member by end of lease, ms
-- ARGV[1] text        member, kind|subject
-- ARGV[2] integer     end of the lease, ms
-- ARGV[3] integer     its new end, ms
-- returns 1 where the lease was still held
if tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or -1) ~= tonumber(ARGV[2]) then
  return 0
end
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
return 1
