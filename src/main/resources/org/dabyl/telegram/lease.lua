#!lua flags=allow-oom
-- Takes or prolongs the right to receive for one bot.
-- KEYS[1] {bot}:receiver  string  who receives; expires
-- ARGV[1] owner           string  who asks
-- ARGV[2] time            integer how long, in ms
-- returns 1 where the caller holds it now, 0 where somebody else does
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
