#!lua flags=allow-oom
-- Takes a lock away that is over, and no later one.
-- KEYS[1] string locked
-- ARGV[1] string what it holds
-- Returns 1 where it was taken away.
return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0
