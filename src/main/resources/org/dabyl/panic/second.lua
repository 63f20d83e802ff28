#!lua flags=allow-oom
-- Notes who asks, unless somebody has asked before.
-- KEYS[1] string who asked
-- ARGV[1] string sealed chat of who asks
-- ARGV[2] ms     how long it is kept
-- Returns the sealed chat of the first, and when it ends: ms since 1970, the same for all who ask within the time.
redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
return {redis.call('GET', KEYS[1]), redis.call('PEXPIRETIME', KEYS[1])}
