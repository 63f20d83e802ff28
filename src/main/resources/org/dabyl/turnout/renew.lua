#!lua
-- Takes out everyone who said that they come, once for an alert.
-- KEYS    the books of the answers, and
-- KEYS[7] hash   supporters
-- ARGV[1] number life of the books, s
-- Returns how many were taken out.
-- include answers.lua
if redis.call('HSETNX', KEYS[2], 'renewed', 1) == 0 then return 0 end
redis.call('EXPIRE', KEYS[2], ARGV[1])
local chats = redis.call('SMEMBERS', KEYS[3])
for i = 1, #chats, LOT do
  local lot = {unpack(chats, i, math.min(i + LOT - 1, #chats))}
  for n, answer in ipairs(answers_of(lot)) do
    if answer then replace(lot[n], answer, false) end
  end
end
write_down()
return #chats
