#!lua flags=allow-oom
-- Takes a handled update out of the inbox; acknowledged and not deleted it would stay there for ever.
-- KEYS[1] {bot}:inbox  stream
-- ARGV[1] group        string  the consumer group
-- ARGV[2] entry        string  the entry's id in the stream
-- returns how many entries were deleted
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
return redis.call('XDEL', KEYS[1], ARGV[2])
