#!lua flags=allow-oom
-- Notes that something was done in an open alert.
-- KEYS[1] hash   alert
-- ARGV[1] number now, ms
-- Returns 1 where it is open.
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return 0 end
redis.call('HSET', KEYS[1], 'activeAt', ARGV[1])
return 1
