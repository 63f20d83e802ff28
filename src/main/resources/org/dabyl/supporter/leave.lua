#!lua flags=allow-oom
-- Erases a supporter from every set that their form names.
-- KEYS[1] hash       supporters
-- KEYS[2] sorted set muted
-- ARGV[1] text       sealed chat
-- ARGV[2] text       prefix of the district sets, in the same slot
-- ARGV[3] text       prefix of the sets by what people bring, in the same slot
-- Returns 1 where there was something to erase.
local form = redis.call('HGET', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
if not form then return 0 end
local codes, skills = string.match(form, '^[^|]*|([^|]*)|[^|]*|([^|]*)')
local function leave(prefix, names)
  for name in string.gmatch(names or '', '[^,]+') do
    redis.call('SREM', prefix .. name, ARGV[1])
  end
end
leave(ARGV[2], codes)
leave(ARGV[3], skills)
redis.call('HDEL', KEYS[1], ARGV[1])
return 1
