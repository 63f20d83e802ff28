#!lua flags=allow-oom
-- Gives the slot of an answer, a board or an edit back; after a 429 pauses the bot and lowers its pace.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   name of the slot; a toast has none
-- ARGV[2]  µs       credit for latency
-- ARGV[3]  ms       to wait after a 429; 0 for none
-- ARGV[4]  double   messages a second by the settings
-- ARGV[5]  0 or 1   whether Telegram answered
-- returns  µs       until the slot is free
-- include pace.lua
-- include ledger.lua
if tonumber(ARGV[3]) > 0 then
  slow_down(tonumber(ARGV[4]), tonumber(ARGV[3]))
end
heard(ARGV[5] == '1', 1)
local left
for _, kind in ipairs({ANSWERS, BOARDS, EDITS}) do
  left = give_back_slot(kind, ARGV[1], tonumber(ARGV[2]))
end
return left
