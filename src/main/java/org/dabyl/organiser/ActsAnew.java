package org.dabyl.organiser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.store.Script;
import org.dabyl.vault.SealedTogether;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Writes the log of acts with new keys, all of it in one step, for each act carries the mark of the one before. What somebody
 * changed stays as it is, and is found as before.
 */
public final class ActsAnew implements SealedTogether {

    private static final Script<Long> REPLACE = Script.beside(ActsAnew.class, "rechain.lua", Long.class);

    private final StringRedisTemplate redis;

    public ActsAnew(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Set<String> keys() {
        return Set.of(Acts.KEY, Acts.ENDS);
    }

    @Override
    public long anew(Vault old, Vault next, boolean write) {
        ActLog.Content was = new ActLog(redis, old).read(0);
        ActLog.Content is = anew(was, old, next);
        if (is.equals(was)) {
            return 0;
        }
        if (write) {
            List<Object> arguments = new ArrayList<>(List.of(was.base(), was.head(), is.base(), is.head()));
            arguments.addAll(is.acts());
            REPLACE.run(redis, keyList(), arguments.toArray());
        }
        return Math.max(1, is.acts().size());
    }

    private static ActLog.Content anew(ActLog.Content was, Vault old, Vault next) {
        String base = was.base();
        long gone = ActLog.place(base);
        if (base.equals(ActLog.base(old, gone))) {
            base = ActLog.base(next, gone);
        }
        String head = was.head();
        String markWas = ActForm.NONE;
        String mark = ActForm.NONE;
        List<String> acts = new ArrayList<>();
        for (String text : was.acts()) {
            Optional<ActForm> known = ActForm.read(old, text);
            if (known.isEmpty()) {
                acts.add(text);
                continue;
            }
            // the mark of one that is no longer kept, or was changed, stays: it opens nothing
            String before =
                    known.get().before().equals(markWas) ? mark : known.get().before();
            ActForm form = ActForm.write(next, known.get().entry(old), before);
            acts.add(form.text());
            markWas = known.get().mark();
            mark = form.mark();
            if (was.head().equals(known.get().end())) {
                head = form.end();
            }
        }
        return new ActLog.Content(base, head, acts);
    }

    private static List<String> keyList() {
        return List.of(Acts.KEY, Acts.ENDS);
    }
}
