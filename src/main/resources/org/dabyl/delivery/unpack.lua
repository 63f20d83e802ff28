#!lua flags=allow-oom
-- Puts a person who moves here into the books of the dispatches that had still to reach them on another bot; once.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   sealed chat
-- then, for each dispatch:
--          string   dispatch
--          int      class
-- returns  list     the dispatches that are not known here
-- include pace.lua
-- include ledger.lua
local sealed = ARGV[1]

-- whoever comes back while a call from here is under way is in these books already
local MOST_ATTEMPTS = 20
local function under_way(id, priority)
  for attempt = 1, MOST_ATTEMPTS do
    local name = member(id, sealed, attempt)
    if redis.call('ZSCORE', LEASES, name) or redis.call('ZSCORE', retries(priority), name) then
      return true
    end
  end
  return false
end

local function wait_here(id, n, at, priority)
  if under_way(id, priority) or redis.call('SADD', waiting(id, n), sealed) == 0 then
    return
  end
  keep_as_long(waiting(id, n), id)
  count(id, 'total', 1)
  redis.call('HDEL', book(id), 'endedAt')
  if tonumber(at or 1) > n then
    redis.call('HSET', book(id), 'at', n)
  end
  local running = root .. 'running:' .. priority
  if not redis.call('LPOS', running, id) then
    redis.call('RPUSH', running, id)
  end
  keep_at_least_as_long(running, id)
end

local function place(id, n)
  local state, classes, at, priority = unpack(redis.call('HMGET', book(id), 'state', 'classes', 'at', 'priority'))
  if not state then
    return false
  end
  if redis.call('HEXISTS', book(id) .. ':receipts', sealed) == 1 then
    -- sent from here already
    return true
  elseif state == 'running' then
    wait_here(id, math.min(n, tonumber(classes)), at, priority)
  elseif state == 'withdrawn' then
    if redis.call('SADD', book(id) .. ':withdrawn', sealed) == 1 then
      keep_as_long(book(id) .. ':withdrawn', id)
      count(id, 'total', 1)
      close(id, 'withdrawn', 1)
    end
  else
    count(id, 'total', 1)
    close(id, 'failed', 1)
  end
  return true
end

local unknown = {}
for i = 2, #ARGV, 2 do
  if not place(ARGV[i], tonumber(ARGV[i + 1])) then
    unknown[#unknown + 1] = ARGV[i]
  end
end
return unknown
