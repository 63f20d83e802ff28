#!lua flags=allow-oom
-- Takes slots for answers, boards or edits, as many of the wanted as are free; while messages to many wait for theirs, so many of all
-- slots at once:
--   answer  two thirds, so that a flood of them starves nobody; one slot is never given to anything else
--   newcomer a third, those of the others counted: an answer to who is not registered comes after the others
--   board   a fifth: ahead of every call, but fifty boards do not hold one up
--   edit    none, for it comes after them all; after 5 s a tenth; after 30 s a third
--   clear   none; and never more than a quarter, so that whatever comes next finds slots
--   vital   an answer; the only one that passes while the bot is locked
-- Who waits within its share is put down as asking, and what comes after it leaves a slot to it.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  double   messages to many a second by the settings
-- ARGV[2]  ms       how long a slot is held where it is not given back
-- ARGV[3]  string   answer, newcomer, board, edit, clear or vital
-- ARGV[4]  ms       how long the first has waited (an edit)
-- ARGV[5]  double   messages a second by the settings without paying
-- ARGV[6]  0 or 1   whether calls are paid for, and so have a pace of their own
-- ARGV[7…] strings  names of the wanted slots, of the caller's making
-- returns  list     granted, wait or paused; how many were granted, the first of the names, or µs to wait
-- include pace.lua
-- include ledger.lua
local vital, waited, NAMES = ARGV[3] == 'vital', tonumber(ARGV[4]), 6
local rank = vital and 'answer' or ARGV[3]
local LOOK, ASKS = (rank == 'edit' or rank == 'clear') and 100000 or 20000, 500000
follow_clock()
local pause = pause_left()
if pause > 0 then
  return {'paused', exact(pause)}
elseif not vital and locked() then
  -- longer than anybody waits for a slot
  return {'paused', exact(3600 * SECOND)}
end

local function calls_wait()
  for _, priority in ipairs(PRIORITIES) do
    if redis.call('EXISTS', queue(priority, false), queue(priority, true)) > 0
      or redis.call('ZCOUNT', retries(priority), '-inf', exact(now_ms)) > 0 then
      return true
    end
  end
  return false
end

local function part(slots)
  if rank == 'answer' then
    return slots * 2 / 3
  elseif rank == 'newcomer' then
    return slots / 3
  elseif rank == 'board' then
    return slots / 5
  elseif rank == 'clear' then
    return 0
  end
  return waited < 5000 and 0 or waited < 30000 and slots / 10 or slots / 3
end

-- those of a higher rank that ask, the own kind left out
local function ahead()
  local asking = 0
  for _, name in ipairs(redis.call('ZRANGE', ASKING, exact(now), '+inf', 'BYSCORE')) do
    local of = string.match(name, '^%l+')
    if rank ~= 'answer' and of ~= rank and (of == 'answer' or rank == 'clear' or (rank == 'edit' and of ~= 'clear')) then
      asking = asking + 1
    end
  end
  return asking
end

local function ask()
  redis.call('ZREMRANGEBYSCORE', ASKING, '-inf', now)
  redis.call('ZADD', ASKING, now + ASKS, rank .. '|' .. ARGV[NAMES + 1])
  redis.call('PEXPIRE', ASKING, PACE_LIFE_MS)
end

local paid = ARGV[6] == '1'
local kind = ({answer = ANSWERS, newcomer = ANSWERS, board = BOARDS, edit = EDITS, clear = EDITS})[rank]
local slots = math.floor(math.min(current_rate(tonumber(ARGV[1])), tonumber(ARGV[5]))) + 1
local kinds = together(paid, kind)
local all = slots_in_use(kinds)
local own = redis.call('ZCARD', kind)
local share = rank == 'clear' and math.max(1, math.floor(slots / 4)) or slots
if not paid and calls_wait() then
  share = part(slots)
  share = share > 0 and math.max(1, math.floor(share)) or 0
end
local open = rank == 'answer' and slots or slots - 1 - ahead()
local wait = LOOK
if own >= share then
  wait = share > 0 and until_free(own - share + 1, kind) or LOOK
elseif all >= open then
  wait = until_free(all - open + 1, unpack(kinds))
  ask()
else
  local granted = math.min(#ARGV - NAMES, share - own, open - all)
  take_slots(kind, tonumber(ARGV[2]), {unpack(ARGV, NAMES + 1, NAMES + granted)})
  redis.call('ZREM', ASKING, rank .. '|' .. ARGV[NAMES + 1])
  return {'granted', exact(granted)}
end
return {'wait', exact(math.max(LOOK, wait))}
