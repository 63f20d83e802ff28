/**
 * A simulated Telegram with phones in the browser and a crowd, so that a laptop without a token and without a network can
 * rehearse an alert. It knows nothing of the bot: only the Bot API over HTTP, and what persons see on their screens.
 */
@NullMarked
package org.dabyl.rehearsal;

import org.jspecify.annotations.NullMarked;
