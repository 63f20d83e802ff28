#!lua flags=allow-oom
-- Erases a person's answer.
-- KEYS    the books of the answers
-- ARGV[1] text sealed chat
-- Returns 1 where there was an answer.
-- include answers.lua
local answer = answers_of({ARGV[1]})[1]
if not answer then return 0 end
replace(ARGV[1], answer, false)
write_down()
return 1
