#!lua
-- Adds a report to the event it belongs to, or to a new one, and plans what follows from it.
-- An event is joined in its own district; from a district above, where exactly one of those below has one.
-- KEYS[1] hash       district|kind → the newest event
-- KEYS[2] sorted set events by ms of their last report
-- KEYS[3] sorted set due steps
-- KEYS[4] sorted set open alerts
-- ARGV[1] text       prefix of the events' keys, in the same slot
-- ARGV[2] text       id of a new event
-- ARGV[3] number     now, ms
-- ARGV[4] number     how long after its last report an event is joined, ms
-- ARGV[5] number     how long an event is kept, ms
-- ARGV[6] text       sealed chat of the reporter
-- ARGV[7] number     bot of the reporter
-- ARGV[8] number     after how long the quorum of a new event is looked at, ms; -1 for never
-- ARGV[9] number     after how long a new event is unanswered, ms
-- ARGV[10] number    for how long changes of a card wait for each other, ms
-- ARGV[11] text      kind
-- ARGV[12…] text     the district, then those below it
-- Returns the event and 1 where it is new.
local now = tonumber(ARGV[3])
local function open(district)
  local id = redis.call('HGET', KEYS[1], district .. '|' .. ARGV[11])
  if not id then return nil end
  local event = redis.call('HMGET', ARGV[1] .. id, 'state', 'lastAt', 'alert')
  local over = not event[1] or event[1] == 'false' or event[1] == 'off'
  -- they may come back as soon as the alert is over
  over = over or event[1] ~= 'open' and not redis.call('ZSCORE', KEYS[4], event[3])
  if over or now - tonumber(event[2]) > tonumber(ARGV[4]) then return nil end
  return id
end
local id = open(ARGV[12])
if not id then
  local below = {}
  for i = 13, #ARGV do
    local found = open(ARGV[i])
    if found then below[#below + 1] = found end
  end
  if #below == 1 then id = below[1] end
end
local new = not id
if new then
  id = ARGV[2]
  local quorum = tonumber(ARGV[8]) >= 0 and now + tonumber(ARGV[8]) or ''
  redis.call('HSET', ARGV[1] .. id, 'district', ARGV[12], 'kind', ARGV[11], 'state', 'open', 'openedAt', now, 'quorumAt', quorum)
  redis.call('HSET', KEYS[1], ARGV[12] .. '|' .. ARGV[11], id)
  redis.call('ZADD', KEYS[3], 'LT', now + tonumber(ARGV[9]), 'unanswered|' .. id)
end
local event, seen = ARGV[1] .. id, ARGV[1] .. id .. ':seen'
if redis.call('HEXISTS', seen, ARGV[6]) == 0 then
  local number = redis.call('HINCRBY', event, 'numbers', 1)
  redis.call('HSET', seen, ARGV[6], number .. '|' .. ARGV[7] .. '|' .. now)
end
redis.call('HSET', event, 'lastAt', now)
redis.call('ZADD', KEYS[2], now, id)
redis.call('PEXPIRE', event, ARGV[5])
redis.call('PEXPIRE', seen, ARGV[5])
redis.call('ZADD', KEYS[3], 'LT', new and now or now + tonumber(ARGV[10]), 'report|' .. id)
local quorum = redis.call('HGET', event, 'quorumAt')
if quorum ~= '' then redis.call('ZADD', KEYS[3], 'LT', math.max(now, tonumber(quorum)), 'quorum|' .. id) end
return id .. '|' .. (new and 1 or 0)
