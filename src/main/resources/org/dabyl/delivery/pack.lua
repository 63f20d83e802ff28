#!lua flags=allow-oom
-- Takes all that is still to be sent to one person out of the books of their bot, and keeps a list of it until it is erased.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   sealed chat
-- ARGV[2]  0 or 1   whether also what is being sent now
-- ARGV[3]  ms       how long the list is kept at most
-- returns  list     dispatch, class in pairs; what was packed earlier and not erased stands first
-- include pace.lua
-- include ledger.lua
local sealed, list = ARGV[1], root .. 'leaving'
local packed = {}
for id, n in string.gmatch(redis.call('HGET', list, sealed) or '', '([^|,]+)|(%d+)') do
  packed[#packed + 1], packed[#packed + 2] = id, n
end

local function pack(id, n)
  count(id, 'total', -1)
  close(id, 'delivered', 0)
  packed[#packed + 1], packed[#packed + 2] = id, tostring(n)
end

local function pack_pending(zset, counter)
  local cursor = '0'
  repeat
    local page = redis.call('ZSCAN', zset, cursor, 'MATCH', '*|' .. sealed .. '|*', 'COUNT', 1000)
    cursor = page[1]
    for i = 1, #page[2], 2 do
      -- a scan may show a member twice
      if redis.call('ZREM', zset, page[2][i]) == 1 then
        local id = parts(page[2][i])
        count(id, counter, -1)
        pack(id, 1)
      end
    end
  until cursor == '0'
end

for _, id in ipairs(redis.call('ZRANGE', root .. 'dispatches', 0, -1)) do
  for n = 1, tonumber(redis.call('HGET', book(id), 'classes') or 0) do
    if redis.call('SREM', waiting(id, n), sealed) == 1 then
      pack(id, n)
    end
  end
end
for _, priority in ipairs(PRIORITIES) do
  pack_pending(retries(priority), 'retrying')
end
if ARGV[2] == '1' then
  pack_pending(LEASES, 'leased')
end
if #packed > 0 then
  local pairs_kept = {}
  for i = 1, #packed, 2 do
    pairs_kept[#pairs_kept + 1] = packed[i] .. '|' .. packed[i + 1]
  end
  redis.call('HSET', list, sealed, table.concat(pairs_kept, ','))
  redis.call('PEXPIRE', list, ARGV[3])
end
return packed
