#!lua
-- Adds what one alert taught to what the earlier ones taught, once.
-- KEYS[1] string    mark that it was learnt
-- KEYS[2] hash      experience: <within>:said, <within>:came -> how many
-- ARGV[1] number    life of the mark, s
-- ARGV[2] text      field, then a number, and so on in pairs
-- Returns 1 where this call added it.
if not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[1]) then return 0 end
for i = 2, #ARGV, 2 do redis.call('HINCRBY', KEYS[2], ARGV[i], ARGV[i + 1]) end
return 1
