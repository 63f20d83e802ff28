/**
 * Where a district is already gathered: the channels and groups that an organiser bound to it.
 *
 * <p>One call there reaches everyone who reads it, before the first of thousands of single messages. A channel or group is kept like a
 * person, by its sealed id and in the slot of the bot that is its administrator; its title is sealed, for it may name people.
 */
@NullMarked
package org.dabyl.channel;

import org.jspecify.annotations.NullMarked;
