package org.dabyl.delivery;

import org.dabyl.store.TestRedis;
import org.dabyl.vault.Vault;

/** Makes the receipts of a test. */
public final class TestReceipts {

    private TestReceipts() {}

    public static Receipts of(Fleet fleet, Vault vault) {
        return new Receipts(TestRedis.template(), fleet, vault);
    }
}
