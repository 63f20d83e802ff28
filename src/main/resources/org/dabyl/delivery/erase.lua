#!lua flags=allow-oom
-- Erases one person from every dispatch: who had still to be sent to counts as gone, and receipts are forgotten.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   sealed chat
-- returns  int      places in which the person was found
-- include pace.lua
-- include ledger.lua
local sealed, found = ARGV[1], 0

local function erase_from(id)
  for n = 1, tonumber(redis.call('HGET', book(id), 'classes') or 0) do
    local removed = redis.call('SREM', waiting(id, n), sealed)
    close(id, 'gone', removed)
    found = found + removed
  end
  found = found + redis.call('SREM', book(id) .. ':withdrawn', sealed)
  found = found + redis.call('HDEL', book(id) .. ':receipts', sealed)
end

local function erase_pending(zset, counter)
  local cursor = '0'
  repeat
    local page = redis.call('ZSCAN', zset, cursor, 'MATCH', '*|' .. sealed .. '|*', 'COUNT', 1000)
    cursor = page[1]
    for i = 1, #page[2], 2 do
      -- a scan may show a member twice
      if redis.call('ZREM', zset, page[2][i]) == 1 then
        local id = parts(page[2][i])
        count(id, counter, -1)
        close(id, 'gone', 1)
        found = found + 1
      end
    end
  until cursor == '0'
end

for _, id in ipairs(redis.call('ZRANGE', root .. 'dispatches', 0, -1)) do
  erase_from(id)
end
for _, name in ipairs(redis.call('ZRANGE', root .. 'elsewhere', 0, -1)) do
  if string.match(name, '|(.*)$') == sealed then
    found = found + redis.call('ZREM', root .. 'elsewhere', name)
  end
end
erase_pending(LEASES, 'leased')
for _, priority in ipairs(PRIORITIES) do
  erase_pending(retries(priority), 'retrying')
end
return found
