/**
 * Redis, the only database: its scripts, and the embedded server that is started where no connection is set.
 *
 * <p>Every step that must not be seen half done is one Lua script. Scripts start with {@code #!lua}, so that Redis refuses keys
 * of another slot, also on the one-node cluster that the tests use: what works there works on a cluster of many.
 */
@NullMarked
package org.dabyl.store;

import org.jspecify.annotations.NullMarked;
