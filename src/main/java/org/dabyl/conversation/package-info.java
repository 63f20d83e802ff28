/**
 * What people say to the bot and what it says back: one class a command, pure renderers, three languages.
 *
 * <p>Knows neither Telegram nor chat ids: it hears {@link org.dabyl.conversation.Incoming} and answers through
 * {@link org.dabyl.delivery.Post}. Everything heard may be heard twice (a crash re-delivers), so every handler is idempotent.
 *
 * <p>Organisers see counts and nobody. How many supporters a district has, or can bring something, is told from five on and is "under
 * 5" below, nobody included: a neighbour's registering could be watched otherwise. Who answers that they come is counted exactly, for
 * that is what an organiser decides by. How far an alert or a drill has come is exact where it called five or more; where it called
 * fewer, neither how many nor any part of them is told, for the parts add up. Numbers that are told can be subtracted, a district's
 * from that of one around it: that is accepted.
 */
@NullMarked
package org.dabyl.conversation;

import org.jspecify.annotations.NullMarked;
