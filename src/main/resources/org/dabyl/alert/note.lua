#!lua
-- Notes something about an open alert.
-- KEYS[1] hash alert
-- ARGV[1] text field
-- ARGV[2] text value
-- Returns 1 where the alert is open.
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
