#!lua flags=allow-oom
-- Erases a person's answer and takes it out of the tally.
-- KEYS[1] hash answers: sealed chat -> order|code|arrival minute
-- KEYS[2] hash tally
-- ARGV[1] text sealed chat
-- Returns 1 where there was an answer.
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept then return 0 end
local code, arrival = string.match(kept, '^[^|]*|([^|]*)|(.*)$')
local field = string.sub(code, 1, 1) == 'c' and arrival or code
if redis.call('HINCRBY', KEYS[2], field, -1) <= 0 then redis.call('HDEL', KEYS[2], field) end
redis.call('HDEL', KEYS[1], ARGV[1])
return 1
