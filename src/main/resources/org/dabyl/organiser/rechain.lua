#!lua flags=allow-oom
-- Puts the log, sealed with other keys, in place of what it was.
-- KEYS[1]    list   acts, the oldest first
-- KEYS[2]    hash   ends: base and head
-- ARGV[1]    text   the base as it was; empty for none
-- ARGV[2]    text   the head as it was; empty for none
-- ARGV[3]    text   the new base
-- ARGV[4]    text   the new head
-- ARGV[5..]  text   the new acts, as many as there were
-- Returns 1 where it was put in place, 0 where the log is another by now.
if (redis.call('HGET', KEYS[2], 'base') or '') ~= ARGV[1] or (redis.call('HGET', KEYS[2], 'head') or '') ~= ARGV[2]
  or redis.call('LLEN', KEYS[1]) ~= #ARGV - 4 then
  return 0
end
if ARGV[3] ~= '' then redis.call('HSET', KEYS[2], 'base', ARGV[3]) end
if ARGV[4] ~= '' then redis.call('HSET', KEYS[2], 'head', ARGV[4]) end
for i = 5, #ARGV do
  redis.call('LSET', KEYS[1], i - 5, ARGV[i])
end
return 1
