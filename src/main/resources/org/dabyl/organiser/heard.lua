#!lua flags=allow-oom
-- Notes of an organiser that they were heard, asked or missed.
-- KEYS[1] hash   sealed chat -> ms
-- ARGV[1] string sealed chat
-- ARGV[2] ms     when
-- Returns 1 where it is the first time.
return redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
