#!lua flags=no-writes
-- Looks whether everything is locked, and whether the keys of this instance are to be wiped.
-- KEYS[1] string locked
-- KEYS[2] set    tokens of keysets that were wiped
-- ARGV[1] string token of this instance's keyset
-- Returns locked, wiped: 0 or 1.
return {redis.call('EXISTS', KEYS[1]), redis.call('SISMEMBER', KEYS[2], ARGV[1])}
