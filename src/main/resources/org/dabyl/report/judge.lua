#!lua
-- Notes in a reporter's record that a report was right or false; each event counts once.
-- KEYS[1] hash       sealed chat → right|false|strikes|suspended until, ms|by which event|the latest events, by comma
-- ARGV[1] text       sealed chat
-- ARGV[2] text       event
-- ARGV[3] number     1 where it was right
-- ARGV[4] number     now, ms
-- ARGV[5] number     how many false ones in a row suspend
-- ARGV[6] number     for how long, ms
-- Returns until when this event suspends the reporter, ms; 0 where it does not.
local form = redis.call('HGET', KEYS[1], ARGV[1]) or '0|0|0|0||'
local right, wrong, strikes, till, by, events = string.match(form, '^(%d+)|(%d+)|(%d+)|(%d+)|([^|]*)|(.*)$')
if string.find(',' .. events .. ',', ',' .. ARGV[2] .. ',', 1, true) then return by == ARGV[2] and tonumber(till) or 0 end
if ARGV[3] == '1' then
  right, strikes = right + 1, 0
else
  wrong, strikes = wrong + 1, strikes + 1
end
if tonumber(strikes) >= tonumber(ARGV[5]) then
  strikes, till, by = 0, ARGV[4] + ARGV[6], ARGV[2]
end
local latest = ARGV[2]
for event in string.gmatch(events, '[^,]+') do
  if #latest < 100 then latest = latest .. ',' .. event end
end
redis.call('HSET', KEYS[1], ARGV[1], string.format('%d|%d|%d|%d|%s|%s', right, wrong, strikes, till, by, latest))
return by == ARGV[2] and tonumber(till) or 0
