#!lua flags=allow-oom
-- Gives slots of answers, boards and edits back; after a 429 pauses the bot and lowers its pace.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  double   messages a second by the settings
-- then, for each slot:
--          string   its name; a toast has none
--          µs       credit for latency
--          ms       to wait after a 429; 0 for none
--          0 or 1   whether Telegram answered
-- returns  int      how many slots there were
-- include pace.lua
-- include ledger.lua
local WIDTH = 4
local answered, unanswered = false, 0
for i = 2, #ARGV, WIDTH do
  local name, credit, wait_ms, answer = unpack(ARGV, i, i + WIDTH - 1)
  if tonumber(wait_ms) > 0 then
    slow_down(tonumber(ARGV[1]), tonumber(wait_ms))
  end
  answered = answered or answer == '1'
  unanswered = unanswered + (answer == '1' and 0 or 1)
  for _, kind in ipairs({ANSWERS, BOARDS, EDITS}) do
    give_back_slot(kind, name, tonumber(credit))
  end
end
heard(answered, unanswered)
return (#ARGV - 1) / WIDTH
