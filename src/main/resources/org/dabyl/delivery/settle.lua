#!lua flags=allow-oom
-- Settles leases, and gives their slots back. A lease that is no longer held changes nothing in the books.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  double   messages a second by the settings
-- then, for each lease:
--          string   dispatch
--          string   sealed chat
--          int      attempt
--          string   delivered, gone, failed, later (429), crowded (429 of the chat), held (not sent, for
--                   the chat has no place), unknown, declined (to this person: several in a
--                   row stop the dispatch), or refused (the text: stops the dispatch)
--          string   sealed message id, or empty (delivered); ms to wait (later, crowded, held, unknown); reason (declined, refused); else empty
--          µs       credit for latency
-- returns  list     for each lease: 1 settled, 2 settled and the dispatch stopped by it, or 0 stale; µs until its slot is free
-- include pace.lua
-- include ledger.lua
local WIDTH = 6
-- so many people in a row, with no delivery in between, to whom a text is refused: no longer their matter, but the text's
local REFUSALS = 3

-- what is read and what is summed up once for all leases of a dispatch
local books = {}
local function open_book(id)
  if not books[id] then
    local state, tried_until, priority, refusals =
      unpack(redis.call('HMGET', book(id), 'state', 'until', 'priority', 'refusals'))
    refusals = tonumber(refusals or 0)
    books[id] = {state = state, tried_until = tonumber(tried_until or 0), priority = priority,
      leased = 0, delivered = 0, receipts = {}, refusals = refusals, noted = refusals}
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
  kept.refusals = 0
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
  return (outcome == 'unknown' or outcome == 'crowded' or outcome == 'held') and now_ms + tonumber(detail) or nil
end

-- whether the dispatch must not go on; nobody is refused twice, for whoever is has been given up
local function wrong(kept, outcome)
  local all = outcome == 'refused'
  if outcome == 'declined' then
    kept.refusals = kept.refusals + 1
    all = kept.refusals >= REFUSALS
  end
  return all and kept.state == 'running'
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
  elseif wrong(kept, outcome) then
    stop(id, kept, detail)
    return 2
  elseif due then
    try_again(id, kept, name, due)
  elseif outcome ~= 'refused' and moved(sealed) then
    -- whoever blocks the bot that they moved away from, or cannot be written to there, is reached at the other
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
  answered = answered or (outcome ~= 'unknown' and outcome ~= 'held')
  unanswered = unanswered + (outcome == 'unknown' and 1 or 0)
  answer[#answer + 1] = settle(id, sealed, name, outcome, detail)
  answer[#answer + 1] = free
end
heard(answered, unanswered)
for id, kept in pairs(books) do
  if kept.state then
    count(id, 'leased', kept.leased)
    if kept.refusals ~= kept.noted then
      redis.call('HSET', book(id), 'refusals', kept.refusals)
    end
    close(id, 'delivered', kept.delivered)
    if #kept.receipts > 0 then
      redis.call('HSET', book(id) .. ':receipts', unpack(kept.receipts))
      keep_as_long(book(id) .. ':receipts', id)
    end
  end
end
return answer
