#!lua flags=allow-oom
-- Gives slots of answers, boards and edits back; after a 429 pauses the bot and lowers its pace. Notes what was sent.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  double   messages a second by the settings
-- ARGV[2]  ms       how long what was sent is noted
-- then, for each slot:
--          string   its name; a toast has none
--          µs       credit for latency
--          ms       to wait after a 429; 0 for none
--          string   1 where Telegram answered, 0 where it did not; empty where nothing was called, and the slot is free at once
--          string   key of the notes, in the slot of the bot; empty where nothing is noted
--          string   sealed message ids, by commas
-- returns  int      how many slots there were
-- include pace.lua
-- include ledger.lua
local WIDTH = 6

-- a thousand of the newest, and somewhat more, at 46 letters each
local MOST = 50000
local function note(key, ids)
  local sent = redis.call('GET', key) or ''
  if #sent > MOST then
    sent = string.sub(sent, string.find(sent, ',', #sent - MOST + 1, true) + 1)
  end
  for id in string.gmatch(ids, '[^,]+') do
    sent = sent .. exact(now_ms) .. '|' .. id .. ','
  end
  redis.call('SET', key, sent, 'PX', ARGV[2])
end

local answered, unanswered = false, 0
for i = 3, #ARGV, WIDTH do
  local name, credit, wait_ms, answer, key, ids = unpack(ARGV, i, i + WIDTH - 1)
  if tonumber(wait_ms) > 0 then
    slow_down(tonumber(ARGV[1]), tonumber(wait_ms))
  end
  if key ~= '' then
    note(key, ids)
  end
  answered = answered or answer == '1'
  unanswered = unanswered + (answer == '0' and 1 or 0)
  for _, kind in ipairs({ANSWERS, BOARDS, EDITS}) do
    give_back_slot(kind, name, answer == '' and SECOND or tonumber(credit))
  end
end
heard(answered, unanswered)
return (#ARGV - 2) / WIDTH
