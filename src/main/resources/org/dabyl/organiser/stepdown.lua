#!lua flags=allow-oom
-- Takes an organiser's office from them, with what is kept of them for it; their number stays taken, for the log still names it.
-- KEYS[1] hash   organisers
-- KEYS[2] hash   numbers: sealed chat -> number; 'gone:<number>' -> number of one who stepped down
-- KEYS[3] hash   up to where each was told of acts
-- KEYS[4] hash   suspended
-- ARGV[1] text   sealed chat
-- Returns 1 where there was one to take.
local number = redis.call('HGET', KEYS[2], ARGV[1])
if number then redis.call('HSET', KEYS[2], 'gone:' .. number, number) end
local there = redis.call('HDEL', KEYS[1], ARGV[1])
for i = 2, 4 do redis.call('HDEL', KEYS[i], ARGV[1]) end
return there
