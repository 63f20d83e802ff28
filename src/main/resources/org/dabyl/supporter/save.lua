#!lua
-- Writes a supporter together with the district sets they stand in.
-- KEYS[1] hash   supporters
-- KEYS[2…] sets  districts to stand in, then districts to leave
-- ARGV[1] text   sealed chat
-- ARGV[2] text   the supporter's form
-- ARGV[3] number how many of the sets to stand in
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
for i = 2, #KEYS do
  redis.call(i - 1 <= tonumber(ARGV[3]) and 'SADD' or 'SREM', KEYS[i], ARGV[1])
end
return 1
