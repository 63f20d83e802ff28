/**
 * What is done when the worst has come: locking, so that nothing goes out, and wiping, so that nothing is left.
 *
 * <p>Either can be done by organisers in Telegram, and on the machine without it ({@link org.dabyl.panic.PanicProgram}). Both are
 * facts in Redis that every instance looks for four times a second. A wipe destroys the keys of each instance first, by
 * {@link org.dabyl.vault.Wipe}: after that what lies in Redis, on its disk or in a copy of either opens to nobody.
 */
@NullMarked
package org.dabyl.panic;

import org.jspecify.annotations.NullMarked;
