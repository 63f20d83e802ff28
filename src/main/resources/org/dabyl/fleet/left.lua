#!lua flags=allow-oom
-- Marks a person's move, where there is one: they have left. Whoever ends it then erases what was brought after them.
-- KEYS[1] hash   moves: sealed chat -> from|to|begun|name|token
-- ARGV[1] text   sealed chat
-- Returns 1 where a move is under way.
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept then return 0 end
local head, token = string.match(kept, '^([^|]*|[^|]*|[^|]*)|.*|([^|]*)$')
redis.call('HSET', KEYS[1], ARGV[1], head .. '|left|' .. token)
return 1
