/**
 * What keeps names out of the database.
 *
 * <p>Chat ids can be enumerated: all of them hash in minutes on one core, so a plain or salted hash hides nobody. A chat id is
 * therefore stored only sealed with a key that lies outside Redis ({@link org.dabyl.vault.SealedId}). Sealing is deterministic,
 * so the sealed id is set member, hash field and pseudonym at once, and only who sends a message opens it. Texts are sealed with
 * a random nonce and bound to the place where they are kept, so that they cannot be moved to another.
 */
@NullMarked
package org.dabyl.vault;

import org.jspecify.annotations.NullMarked;
