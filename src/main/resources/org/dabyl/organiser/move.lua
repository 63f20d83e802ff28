#!lua flags=allow-oom
-- Has an organiser be reached by another bot, with the same rights.
-- KEYS[1] hash   organisers: sealed chat -> bot|language|owner or nothing|codes|ms or nothing
-- ARGV[1] text   sealed chat
-- ARGV[2] text   the bot that reached them
-- ARGV[3] text   the bot that will
-- Returns 1 where it was changed.
local form = redis.call('HGET', KEYS[1], ARGV[1])
if not form then return 0 end
local bot, rest = string.match(form, '^([^|]*)(|.*)$')
if bot ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3] .. rest)
return 1
