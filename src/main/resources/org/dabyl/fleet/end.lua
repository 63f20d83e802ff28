#!lua flags=allow-oom
-- Ends a person's move, where it is still this attempt's.
-- KEYS[1] hash   moves: sealed chat -> from|to|begun|name|token
-- ARGV[1] text   sealed chat
-- ARGV[2] text   token of the attempt
-- Returns 1 where it ended, 0 where it did and the person has left meanwhile, 2 where another attempt took over.
local name, token = string.match(redis.call('HGET', KEYS[1], ARGV[1]) or '', '([^|]*)|([^|]*)$')
if token ~= ARGV[2] then return 2 end
redis.call('HDEL', KEYS[1], ARGV[1])
return name == 'left' and 0 or 1
