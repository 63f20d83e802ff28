#!lua flags=allow-oom
-- Prolongs the leases of messages whose sender lives, and their slots of the pace; one that was settled or taken over stays so.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  ms       length of the leases from now on
-- then, for each lease: dispatch, sealed chat, attempt
-- returns  int      how many are still held
-- include pace.lua
-- include ledger.lua
local WIDTH = 3
local lease_ms, held = tonumber(ARGV[1]), 0
for i = 2, #ARGV, WIDTH do
  local name = member(unpack(ARGV, i, i + WIDTH - 1))
  if redis.call('ZSCORE', LEASES, name) then
    redis.call('ZADD', LEASES, 'XX', exact(now_ms + lease_ms), name)
    redis.call('ZADD', CALLS, 'XX', now + lease_ms * 1000, redis.sha1hex(name))
    held = held + 1
  end
end
return held
