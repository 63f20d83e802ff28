package org.dabyl.vault;

import java.util.Set;

/** Keys whose values are sealed one over the other, so that no single one can be sealed anew alone. */
public interface SealedTogether {

    Set<String> keys();

    /**
     * Seals all of them anew in one step, where that is not done yet.
     *
     * @param write whether to do it, or only to say whether it is to be done
     * @return how many elements it is about; 0 where nothing is left to do
     */
    long anew(Vault old, Vault next, boolean write);
}
