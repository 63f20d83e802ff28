#!lua flags=allow-oom
-- Makes all due now that waits to be tried again.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- returns  int      1
-- include pace.lua
-- include ledger.lua
hasten()
return 1
