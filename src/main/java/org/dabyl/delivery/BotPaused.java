package org.dabyl.delivery;

import java.time.Instant;

/** Telegram told a bot to wait for longer than anybody waits for an answer; {@code until} tells this pause from others. */
public record BotPaused(BotId bot, Instant until) {}
