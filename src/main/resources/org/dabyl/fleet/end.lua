#!lua flags=allow-oom
-- Ends a person's move, where it is still this attempt's.
-- KEYS[1] hash   moves: sealed chat -> from|to|begun|token
-- ARGV[1] text   sealed chat
-- ARGV[2] text   token of the attempt
-- Returns 1 where it ended, 0 where the person is no longer there, 2 where another attempt took over.
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept then return 0 end
if string.match(kept, '([^|]*)$') ~= ARGV[2] then return 2 end
redis.call('HDEL', KEYS[1], ARGV[1])
return 1
