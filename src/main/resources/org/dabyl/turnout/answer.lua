#!lua flags=allow-oom
-- Keeps a person's answer, the tally and the set of those who answered the same beside it; the one with the highest order counts.
-- KEYS[1] hash   answers: sealed chat -> order|code|arrival minute
-- KEYS[2] hash   tally: here, no, home or arrival minute -> how many
-- KEYS[3] set    sealed chats of those coming
-- KEYS[4] set    of those who are there
-- KEYS[5] set    of those home safe
-- KEYS[6] set    of those who can't
-- ARGV[1] text   sealed chat
-- ARGV[2] number order
-- ARGV[3] text   code: c<minutes>, no, here, home
-- ARGV[4] number minute of arrival, 0 where not coming
-- ARGV[5] number life of all keys, s
-- Returns the code of the answer that counts now.
local sets = {coming = KEYS[3], here = KEYS[4], home = KEYS[5], no = KEYS[6]}
local function set(code)
  return sets[string.sub(code, 1, 1) == 'c' and 'coming' or code]
end
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept then
  local order, code, arrival = string.match(kept, '^([^|]*)|([^|]*)|(.*)$')
  if tonumber(order) >= tonumber(ARGV[2]) then return code end
  local field = string.sub(code, 1, 1) == 'c' and arrival or code
  if redis.call('HINCRBY', KEYS[2], field, -1) <= 0 then redis.call('HDEL', KEYS[2], field) end
  redis.call('SREM', set(code), ARGV[1])
end
redis.call('HSET', KEYS[1], ARGV[1], table.concat({ARGV[2], ARGV[3], ARGV[4]}, '|'))
redis.call('HINCRBY', KEYS[2], string.sub(ARGV[3], 1, 1) == 'c' and ARGV[4] or ARGV[3], 1)
redis.call('SADD', set(ARGV[3]), ARGV[1])
for _, key in ipairs(KEYS) do
  redis.call('EXPIRE', key, ARGV[5])
end
return ARGV[3]
