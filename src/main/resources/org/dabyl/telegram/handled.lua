#!lua flags=allow-oom
-- Takes handled updates out of the inbox; acknowledged and not deleted they would stay there for ever.
-- KEYS[1] {bot}:inbox  stream
-- ARGV[1] group        string  the consumer group
-- ARGV[2…] entries     strings the entries' ids in the stream
-- returns how many entries were deleted
redis.call('XACK', KEYS[1], ARGV[1], unpack(ARGV, 2))
return redis.call('XDEL', KEYS[1], unpack(ARGV, 2))
