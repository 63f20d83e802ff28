/**
 * Several bots as one: where each person is at home, moving them with everything that is theirs, and reaching those of a bot that is
 * lost through the other bots that they know.
 *
 * <p>Everyone is at home at the one bot that they last spoke to: its rows are the only ones that a launch reads, so that nobody is
 * called twice and a recipient costs no look-up. Only who has spoken to a second bot costs a row more.
 */
@NullMarked
package org.dabyl.fleet;

import org.jspecify.annotations.NullMarked;
