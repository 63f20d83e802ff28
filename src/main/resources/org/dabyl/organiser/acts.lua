#!lua flags=no-writes
-- Reads the log as it is at one moment.
-- KEYS[1] list   acts, the oldest first
-- KEYS[2] hash   ends: base and head
-- ARGV[1] number from where: 0 for all acts, -10 for the ten newest
-- Returns the base, the head (each empty where there is none), and the acts, the oldest first.
local read = {redis.call('HGET', KEYS[2], 'base') or '', redis.call('HGET', KEYS[2], 'head') or ''}
for _, act in ipairs(redis.call('LRANGE', KEYS[1], ARGV[1], -1)) do
  read[#read + 1] = act
end
return read
