#!lua
-- Keeps a remark; heard again, it changes nothing.
-- KEYS[1] hash   order -> remark
-- KEYS[2] hash   sealed chat -> orders of this person's remarks, with commas
-- ARGV[1] text   sealed chat
-- ARGV[2] number order
-- ARGV[3] text   remark
-- ARGV[4] number life of both keys, s
-- Returns 1 where it is new.
if redis.call('HSETNX', KEYS[1], ARGV[2], ARGV[3]) == 0 then return 0 end
local earlier = redis.call('HGET', KEYS[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], earlier and earlier .. ',' .. ARGV[2] or ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('EXPIRE', KEYS[2], ARGV[4])
return 1
