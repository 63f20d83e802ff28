#!lua flags=allow-oom
-- Keeps a person's answer and the tally beside it; the one with the highest order counts.
-- KEYS[1] hash   answers: sealed chat -> order|code|arrival minute
-- KEYS[2] hash   tally: here, no, home or arrival minute -> how many
-- ARGV[1] text   sealed chat
-- ARGV[2] number order
-- ARGV[3] text   code: c<minutes>, no, here, home
-- ARGV[4] number minute of arrival, 0 where not coming
-- ARGV[5] number life of both keys, s
-- Returns the code of the answer that counts now.
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept then
  local order, code, arrival = string.match(kept, '^([^|]*)|([^|]*)|(.*)$')
  if tonumber(order) >= tonumber(ARGV[2]) then return code end
  local field = string.sub(code, 1, 1) == 'c' and arrival or code
  if redis.call('HINCRBY', KEYS[2], field, -1) <= 0 then redis.call('HDEL', KEYS[2], field) end
end
redis.call('HSET', KEYS[1], ARGV[1], table.concat({ARGV[2], ARGV[3], ARGV[4]}, '|'))
redis.call('HINCRBY', KEYS[2], string.sub(ARGV[3], 1, 1) == 'c' and ARGV[4] or ARGV[3], 1)
redis.call('EXPIRE', KEYS[1], ARGV[5])
redis.call('EXPIRE', KEYS[2], ARGV[5])
return ARGV[3]
