#!lua flags=allow-oom
-- Ends a step that succeeded, unless its lease was lost to another claim meanwhile.
-- KEYS[1] sorted set  leased: member by end of lease, ms of Redis
-- KEYS[2] hash        tries: member to how often it failed
-- ARGV[1] text        member, kind|subject
-- ARGV[2] integer     end of the lease, ms
-- returns 1 where the lease was still held
if tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or -1) ~= tonumber(ARGV[2]) then
  return 0
end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 1
