#!lua flags=allow-oom
-- Locks; nothing changes where it is locked already.
-- KEYS[1] string locked
-- ARGV[1] ms     since when
-- Returns 1 where it was locked now.
return redis.call('SET', KEYS[1], ARGV[1], 'NX') and 1 or 0
