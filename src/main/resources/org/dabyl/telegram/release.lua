#!lua flags=allow-oom
-- Gives back the right to receive for one bot, where it is still one's own.
-- KEYS[1] {bot}:receiver  string  who receives
-- ARGV[1] owner           string  who gives it back
-- returns 1 where it was given back
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
