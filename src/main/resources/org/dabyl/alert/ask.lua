#!lua
-- Notes that an open alert asks people something.
-- KEYS[1] hash alert
-- ARGV[1] text name of what is asked, without a comma
-- Returns 1 where the alert is open.
local state, asks = unpack(redis.call('HMGET', KEYS[1], 'state', 'asks'))
if state ~= 'open' then return 0 end
if not string.find(',' .. (asks or '') .. ',', ',' .. ARGV[1] .. ',', 1, true) then
  redis.call('HSET', KEYS[1], 'asks', asks and asks .. ',' .. ARGV[1] or ARGV[1])
end
return 1
