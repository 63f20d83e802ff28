#!lua
-- The time of the server that keeps the alerts: in a cluster each has its own.
-- KEYS[1] sorted set open alerts
-- Returns ms.
local clock = redis.call('TIME')
return clock[1] * 1000 + math.floor(clock[2] / 1000)
