#!lua flags=allow-oom
-- Settles leases, and gives their slots back. A lease that is no longer held changes nothing in the books.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  double   messages a second by the settings
-- then, for each lease:
--          string   dispatch
--          string   sealed chat
--          int      attempt
--          string   delivered, gone, failed, later (429), crowded (429 of the chat), unknown, or refused (400: stops the dispatch)
--          string   sealed message id, or empty (delivered); ms to wait (later, crowded, unknown); reason (refused); else empty
--          µs       credit for latency
-- returns  list     for each lease: 1 settled or 0 stale; µs until its slot is free
-- include pace.lua
-- include ledger.lua
local WIDTH = 6

-- what is read and what is summed up once for all leases of a dispatch
local books = {}
local function open_book(id)
  if not books[id] then
    local state, tried_until, priority = unpack(redis.call('HMGET', book(id), 'state', 'until', 'priority'))
    books[id] = {state = state, tried_until = tonumber(tried_until or 0), priority = priority,
      leased = 0, delivered = 0, receipts = {}}
  end
  return books[id]
end

local function stop(id, kept, reason)
  redis.call('HSET', book(id), 'state', 'stopped', 'reason', reason)
  kept.state = 'stopped'
  close(id, 'failed', 1 + take_waiting(id))
end

local function try_again(id, kept, name, due)
  if kept.state == 'withdrawn' then
    close(id, 'withdrawn', 1)
  elseif kept.state == 'stopped' or due > kept.tried_until then
    close(id, 'failed', 1)
  else
    redis.call('ZADD', retries(kept.priority), exact(due), name)
    keep_at_least_as_long(retries(kept.priority), id)
    count(id, 'retrying', 1)
  end
end

local function deliver(kept, sealed, receipt)
  kept.delivered = kept.delivered + 1
  -- who left meanwhile leaves nothing behind
  if receipt ~= '' and (redis.call('HEXISTS', root .. 'supporters', sealed) == 1 or moved(sealed)) then
    kept.receipts[#kept.receipts + 1] = sealed
    kept.receipts[#kept.receipts + 1] = receipt
  end
end

local function due_after(outcome, detail)
  if outcome == 'later' then
    -- a 429 is for the whole bot, so it counts from a stale lease as well
    return slow_down(tonumber(ARGV[1]), tonumber(detail))
  end
  return (outcome == 'unknown' or outcome == 'crowded') and now_ms + tonumber(detail) or nil
end

local function settle(id, sealed, name, outcome, detail)
  local due = due_after(outcome, detail)
  if redis.call('ZREM', LEASES, name) == 0 then
    return 0
  end
  local kept = open_book(id)
  if not kept.state then
    return 0
  end
  kept.leased = kept.leased - 1
  if outcome == 'delivered' then
    deliver(kept, sealed, detail)
  elseif outcome == 'refused' and kept.state == 'running' then
    stop(id, kept, detail)
  elseif due then
    try_again(id, kept, name, due)
  elseif outcome == 'gone' and moved(sealed) then
    -- whoever blocks the bot that they moved away from is reached at the other
    owe(id, sealed)
  else
    close(id, outcome == 'gone' and 'gone' or 'failed', 1)
  end
  return 1
end

local answer, answered, unanswered = {}, false, 0
for i = 2, #ARGV, WIDTH do
  local id, sealed, attempt, outcome, detail, credit = unpack(ARGV, i, i + WIDTH - 1)
  local name = member(id, sealed, attempt)
  local free = give_back_slot(CALLS, redis.sha1hex(name), tonumber(credit))
  answered = answered or outcome ~= 'unknown'
  unanswered = unanswered + (outcome == 'unknown' and 1 or 0)
  answer[#answer + 1] = settle(id, sealed, name, outcome, detail)
  answer[#answer + 1] = free
end
heard(answered, unanswered)
for id, kept in pairs(books) do
  if kept.state then
    count(id, 'leased', kept.leased)
    close(id, 'delivered', kept.delivered)
    if #kept.receipts > 0 then
      redis.call('HSET', book(id) .. ':receipts', unpack(kept.receipts))
      keep_as_long(book(id) .. ':receipts', id)
    end
  end
end
return answer
