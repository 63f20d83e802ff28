/**
 * What people say to the bot and what it says back: one class a command, pure renderers, three languages.
 *
 * <p>Knows neither Telegram nor chat ids: it hears {@link org.dabyl.conversation.Incoming} and answers through
 * {@link org.dabyl.delivery.Post}. Everything heard may be heard twice (a crash re-delivers), so every handler is idempotent.
 *
 * <p>Organisers see counts and nobody. How many supporters a district has, or can bring something, is told from five on and is "under
 * 5" below, nobody included: a neighbour's registering could be watched otherwise. Who answers that they come is counted exactly, for
 * that is what an organiser decides by. The delivery figures of an alert that was sent stay exact too: they say whether it arrived, and
 * sending one to learn them is an act that all see.
 */
@NullMarked
package org.dabyl.conversation;

import org.jspecify.annotations.NullMarked;
