#!lua flags=allow-oom
-- Tells every instance with these keys to wipe them.
-- KEYS[1] set    tokens of keysets that were wiped
-- ARGV[1] string token of the keyset
-- ARGV[2] ms     how long it is told
-- Returns 1 where it was not told before.
local new = redis.call('SADD', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return new
