#!lua flags=allow-oom
-- Erases a person's answer and takes it out of the tally and the sets.
-- KEYS[1]  hash answers: sealed chat -> order|code|arrival minute
-- KEYS[2]  hash tally
-- KEYS[3…] sets sealed chats by what they answered
-- ARGV[1]  text sealed chat
-- Returns 1 where there was an answer.
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept then return 0 end
local code, arrival = string.match(kept, '^[^|]*|([^|]*)|(.*)$')
local field = string.sub(code, 1, 1) == 'c' and arrival or code
if redis.call('HINCRBY', KEYS[2], field, -1) <= 0 then redis.call('HDEL', KEYS[2], field) end
for i = 3, #KEYS do
  redis.call('SREM', KEYS[i], ARGV[1])
end
redis.call('HDEL', KEYS[1], ARGV[1])
return 1
