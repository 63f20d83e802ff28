#!lua
-- Gives a person a number, unless they have one.
-- KEYS[1] hash   sealed chat -> number
-- KEYS[2] hash   number -> sealed chat
-- ARGV[1] text   sealed chat
-- ARGV[2] number the number, which nobody else has
-- ARGV[3] number life of both keys, s
-- Returns the person's number.
if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 1 then
  redis.call('HSET', KEYS[2], ARGV[2], ARGV[1])
  redis.call('EXPIRE', KEYS[1], ARGV[3])
  redis.call('EXPIRE', KEYS[2], ARGV[3])
end
return tonumber(redis.call('HGET', KEYS[1], ARGV[1]))
