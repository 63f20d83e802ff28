#!lua flags=allow-oom
-- Takes a person who moves to another bot out of all that this one calls and sends by, at one moment, and keeps it as a parcel until
-- it has arrived there. While there is a parcel, it is returned, and nothing changes.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   sealed chat
-- ARGV[2]  0 or 1   whether also what is being sent now
-- returns  string   the parcel, of six lines:
--                   the supporter's form; empty for who is not registered here
--                   ms until which they are muted, or nothing
--                   what was still to be sent: dispatch|class|set of those called
--                   dispatches that were launched here, as on every bot, while they were registered
--                   sets of those called that they were in: name|ms of its end, or -1
--                   dispatches that they were taken back from
-- include pace.lua
-- include ledger.lua
local sealed, parcels = ARGV[1], root .. 'parcels'
local kept = redis.call('HGET', parcels, sealed)
if kept then
  return kept
end

local form = redis.call('HGET', root .. 'supporters', sealed) or ''
local muted = redis.call('ZSCORE', root .. 'muted', sealed) or ''
local owed = {redis.call('HGET', root .. 'owed', sealed) or nil}
local launched, called, withdrawn = {}, {}, {}

local function leave(prefix, names)
  for name in string.gmatch(names or '', '[^,]+') do
    redis.call('SREM', root .. prefix .. name, sealed)
  end
end

local function unregister()
  local codes, skills = string.match(form, '^[^|]*|([^|]*)|[^|]*|([^|]*)')
  leave('district:', codes)
  leave('skill:', skills)
  redis.call('HDEL', root .. 'supporters', sealed)
  redis.call('ZREM', root .. 'muted', sealed)
  redis.call('HDEL', root .. 'owed', sealed)
  redis.call('SADD', root .. 'known', sealed)
end

local function pack(id, n)
  count(id, 'total', -1)
  close(id, 'delivered', 0)
  owed[#owed + 1] = id .. '|' .. n .. '|' .. (redis.call('HGET', book(id), 'called') or '')
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

local function take_out_of(id)
  local classes, everywhere = unpack(redis.call('HMGET', book(id), 'classes', 'everywhere'))
  if form ~= '' and everywhere == '1' then
    launched[#launched + 1] = id
  end
  for n = 1, tonumber(classes or 0) do
    if redis.call('SREM', waiting(id, n), sealed) == 1 then
      pack(id, n)
    end
  end
  if redis.call('SREM', book(id) .. ':withdrawn', sealed) == 1 then
    withdrawn[#withdrawn + 1] = id
  end
end

local function take_out_of_called(name)
  local ends = redis.call('PEXPIRETIME', root .. name)
  if ends == -2 then
    redis.call('SREM', root .. 'called-sets', name)
  elseif redis.call('SREM', root .. name, sealed) == 1 then
    called[#called + 1] = name .. '|' .. exact(ends)
  end
end

unregister()
for _, id in ipairs(redis.call('ZRANGE', root .. 'dispatches', 0, -1)) do
  take_out_of(id)
end
for _, priority in ipairs(PRIORITIES) do
  pack_pending(retries(priority), 'retrying')
end
if ARGV[2] == '1' then
  pack_pending(LEASES, 'leased')
end
for _, name in ipairs(redis.call('SMEMBERS', root .. 'called-sets')) do
  take_out_of_called(name)
end
local parcel = table.concat({form, muted, table.concat(owed, ' '), table.concat(launched, ' '), table.concat(called, ' '),
  table.concat(withdrawn, ' ')}, '\n')
redis.call('HSET', parcels, sealed, parcel)
return parcel
