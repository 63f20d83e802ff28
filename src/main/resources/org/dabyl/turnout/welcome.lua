#!lua flags=allow-oom
-- Makes a guest's answer that of a registered person.
-- KEYS    the books of the answers
-- ARGV[1] text sealed chat
-- Returns 1 where it was a guest's.
-- include answers.lua
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept then return 0 end
local answer = read(kept)
if answer.guest ~= 'g' then return 0 end
answer.guest = ''
redis.call('HSET', KEYS[1], ARGV[1], form(answer))
tell('guests', -1)
return 1
