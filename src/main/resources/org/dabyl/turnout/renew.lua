#!lua
-- Takes out everyone who said that they come, once for an alert.
-- KEYS    the books of the answers, and
-- KEYS[7] hash   supporters
-- ARGV[1] number life of the books, s
-- Returns how many were taken out.
-- include answers.lua
if redis.call('HSETNX', KEYS[2], 'renewed', 1) == 0 then return 0 end
redis.call('EXPIRE', KEYS[2], ARGV[1])
local coming = redis.call('SMEMBERS', KEYS[3])
for _, chat in ipairs(coming) do
  local kept = redis.call('HGET', KEYS[1], chat)
  if kept then take_out(chat, read(kept)) end
end
return #coming
