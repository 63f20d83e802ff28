#!lua
-- Writes a supporter together with the sets they stand in, by district and by what they bring, unless somebody else wrote them meanwhile.
-- KEYS[1] hash   supporters
-- KEYS[2…] sets  sets to stand in, then sets to leave
-- ARGV[1] text   sealed chat
-- ARGV[2] text   the form that is replaced; empty where there was none
-- ARGV[3] text   the supporter's form
-- ARGV[4] number how many of the sets to stand in
-- Returns 1 where it was written, 0 where the form is another by now.
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
for i = 2, #KEYS do
  redis.call(i - 1 <= tonumber(ARGV[4]) and 'SADD' or 'SREM', KEYS[i], ARGV[1])
end
return 1
