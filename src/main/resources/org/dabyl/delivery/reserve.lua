#!lua flags=allow-oom
-- Takes a slot for one answer. While calls wait, answers have at most two thirds of all slots, so that a flood of them starves
-- nobody; of the others one is never given to a call.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   name of the slot, of the caller's making
-- ARGV[2]  double   messages a second by the settings
-- ARGV[3]  ms       how long the slot is held where it is not given back
-- returns  list     granted, wait or paused; µs to wait
-- include pace.lua
-- include ledger.lua
local pause = pause_left()
if pause > 0 then
  return {'paused', exact(pause)}
end

local function calls_wait()
  for _, priority in ipairs(PRIORITIES) do
    if redis.call('EXISTS', root .. 'running:' .. priority) == 1 then
      return true
    end
  end
  return redis.call('EXISTS', RETRIES) == 1
end

local slots = math.floor(current_rate(tonumber(ARGV[2]))) + 1
local calls, answers = slots_in_use()
local share = calls_wait() and math.max(1, math.floor(slots * 2 / 3)) or slots
local wait
if answers >= share then
  wait = until_free(answers - share + 1, ANSWERS)
elseif calls + answers >= slots then
  wait = until_free(calls + answers - slots + 1, CALLS, ANSWERS)
else
  take_slot(ANSWERS, ARGV[1], tonumber(ARGV[3]))
  return {'granted', '0'}
end
return {'wait', exact(wait)}
