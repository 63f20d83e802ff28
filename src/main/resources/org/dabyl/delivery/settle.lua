#!lua flags=allow-oom
-- Settles one lease, and gives its slot back. A lease that is no longer held changes nothing in the books.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   dispatch
-- ARGV[2]  string   sealed chat
-- ARGV[3]  int      attempt
-- ARGV[4]  string   delivered, gone, failed, later (429), unknown, or refused (400: stops the dispatch)
-- ARGV[5]  string   sealed message id, or empty (delivered); ms to wait (later, unknown); reason (refused); else empty
-- ARGV[6]  µs       credit for latency
-- ARGV[7]  double   messages a second by the settings
-- returns  list     1 settled or 0 stale; µs until the slot is free
-- include pace.lua
-- include ledger.lua
local id, sealed, attempt, outcome, detail = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local name = member(id, sealed, attempt)
local free = give_back_slot(CALLS, redis.sha1hex(name), tonumber(ARGV[6]))
local due
if outcome == 'later' then
  -- a 429 is for the whole bot, so it counts from a stale lease as well
  due = slow_down(tonumber(ARGV[7]), tonumber(detail))
elseif outcome == 'unknown' then
  due = now_ms + tonumber(detail)
end
if redis.call('ZREM', LEASES, name) == 0 then
  return {0, free}
end
count(id, 'leased', -1)
local state, tried_until = unpack(redis.call('HMGET', book(id), 'state', 'until'))
if not state then
  return {0, free}
end

local function stop()
  redis.call('HSET', book(id), 'state', 'stopped', 'reason', detail)
  close(id, 'failed', 1 + take_waiting(id))
end

local function try_again()
  if state == 'withdrawn' then
    close(id, 'withdrawn', 1)
  elseif state == 'stopped' or due > tonumber(tried_until) then
    close(id, 'failed', 1)
  else
    redis.call('ZADD', RETRIES, exact(due), name)
    keep_at_least_as_long(RETRIES, id)
    count(id, 'retrying', 1)
  end
end

if outcome == 'delivered' then
  close(id, 'delivered', 1)
  -- who left meanwhile leaves nothing behind
  if detail ~= '' and redis.call('HEXISTS', root .. 'supporters', sealed) == 1 then
    redis.call('HSET', book(id) .. ':receipts', sealed, detail)
    keep_as_long(book(id) .. ':receipts', id)
  end
elseif outcome == 'refused' and state == 'running' then
  stop()
elseif due then
  try_again()
else
  close(id, outcome == 'gone' and 'gone' or 'failed', 1)
end
return {1, free}
