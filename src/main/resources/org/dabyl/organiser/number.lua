#!lua flags=allow-oom
-- Gives an organiser a number that is nobody else's; the same one ever after.
-- KEYS[1] hash   numbers: sealed chat -> number; 'gone:<number>' -> number of one who stepped down
-- ARGV[1] text   sealed chat
-- ARGV[2] number where to look for a free one, at random, so that it tells nothing about who came when
-- Returns the number: 10 to 99; of three digits and more where half of those are taken, and so on.
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then return tonumber(known) end
local taken, many = {}, 0
for _, number in ipairs(redis.call('HVALS', KEYS[1])) do
  taken[tonumber(number)] = true
  many = many + 1
end
local least = 10
while many * 2 >= least * 9 do least = least * 10 end
local number = least + tonumber(ARGV[2]) % (least * 9)
while taken[number] do number = number + 1 end
redis.call('HSET', KEYS[1], ARGV[1], number)
return number
