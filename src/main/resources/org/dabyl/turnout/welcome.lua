#!lua flags=allow-oom
-- Makes a guest's answer that of a registered person.
-- KEYS    the books of the answers
-- ARGV[1] text sealed chat
-- Returns 1 where it was a guest's.
-- include answers.lua
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept then return 0 end
local order, code, arrival, guest = read(kept)
if not guest then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], form(string.format('%.0f', order), code, arrival, false))
tell('guests', -1)
return 1
