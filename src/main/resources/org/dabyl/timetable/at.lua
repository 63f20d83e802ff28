#!lua flags=allow-oom
-- Plans a step, unless it is planned for earlier.
-- KEYS[1] sorted set  due: member by ms
-- ARGV[1] text        member, kind|subject
-- ARGV[2] integer     when it is due, ms
-- returns 1 where it is new
return redis.call('ZADD', KEYS[1], 'LT', ARGV[2], ARGV[1])
