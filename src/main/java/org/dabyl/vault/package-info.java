/**
 * What keeps names out of the database.
 *
 * <p>Chat ids can be enumerated: all of them hash in minutes on one core, so a plain or salted hash hides nobody. A chat id is
 * therefore stored only sealed with a key that lies outside Redis ({@link org.dabyl.vault.SealedId}). Sealing is deterministic,
 * so the sealed id is set member, hash field and pseudonym at once, and only who sends a message opens it. Texts are sealed with
 * a random nonce and bound to the place where they are kept, so that they cannot be moved to another.
 *
 * <p>What is not kept cannot be taken: each kind of data has a life ({@link org.dabyl.store.Life}). Redis ends most of them, the
 * {@link org.dabyl.vault.Purge} the rest, and the append-only file is written anew after somebody has left.
 */
@NullMarked
package org.dabyl.vault;

import org.jspecify.annotations.NullMarked;
