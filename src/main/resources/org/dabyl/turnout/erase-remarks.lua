#!lua flags=allow-oom
-- Erases a person's remarks.
-- KEYS[1] hash order -> remark
-- KEYS[2] hash sealed chat -> orders of this person's remarks, with commas
-- ARGV[1] text sealed chat
-- Returns how many there were.
local erased = 0
for order in string.gmatch(redis.call('HGET', KEYS[2], ARGV[1]) or '', '[^,]+') do
  erased = erased + redis.call('HDEL', KEYS[1], order)
end
redis.call('HDEL', KEYS[2], ARGV[1])
return erased
