#!lua flags=allow-oom
-- Takes a planned step out, with its failures.
-- KEYS[1] sorted set  due: member by ms
-- KEYS[2] hash        tries: member to how often it failed
-- ARGV[1] text        member, kind|subject
-- returns 1 where it was planned
redis.call('HDEL', KEYS[2], ARGV[1])
return redis.call('ZREM', KEYS[1], ARGV[1])
