#!lua flags=allow-oom
-- Erases a person's answer.
-- KEYS    the books of the answers
-- ARGV[1] text sealed chat
-- Returns 1 where there was an answer.
-- include answers.lua
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept then return 0 end
take_out(ARGV[1], read(kept))
return 1
