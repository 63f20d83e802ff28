/**
 * What people say to the bot and what it says back: one class a command, pure renderers, three languages.
 *
 * <p>Knows neither Telegram nor chat ids: it hears {@link org.dabyl.conversation.Incoming} and answers through
 * {@link org.dabyl.delivery.Post}. Everything heard may be heard twice (a crash re-delivers), so every handler is idempotent.
 */
@NullMarked
package org.dabyl.conversation;

import org.jspecify.annotations.NullMarked;
